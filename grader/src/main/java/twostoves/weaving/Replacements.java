package twostoves.weaving;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which methods of the JDK are replaced by which static methods of {@link Hooks}.
 *
 * <p>An instance method's replacement takes the receiver first. A replacement goes by name and descriptor and by where the
 * owner lies, because javac writes the receiver's static type as owner, not the type that declares the method.
 */
final class Replacements {

    /** A method of {@link Hooks} and its descriptor. */
    record Replacement(String name, MethodTypeDesc type) {}

    private record Key(boolean isStatic, String method, String descriptor) {}

    private record Rule(Pattern owners, Replacement replacement) {}

    private static final String UTIL = "java/util/";
    private static final String CONCURRENT = "java/util/concurrent/";

    /** Not {@code CompletionService}, which has a method of the same name and is no queue. */
    private static final String QUEUES = CONCURRENT + "\\w*(Queue|Deque)$";

    private static final String UNIT = "Ljava/util/concurrent/TimeUnit;";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
    private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
    private static final String FUNCTION = "Ljava/util/function/Function;";
    private static final String BI_FUNCTION = "Ljava/util/function/BiFunction;";

    private final Map<Key, List<Rule>> rules = new HashMap<>();

    Replacements() {
        ofStatic("java/lang/System", "nanoTime", "()J", "nanoTime");
        ofStatic("java/lang/System", "currentTimeMillis", "()J", "currentTimeMillis");
        ofStatic("java/time/Instant", "now", "()Ljava/time/Instant;", "now");
        ofStatic("", "sleep", "(J)V", "sleep"); // inherited by subclasses of Thread
        ofStatic("", "sleep", "(JI)V", "sleep");
        ofStatic("", "sleep", "(Ljava/time/Duration;)V", "sleep");
        ofStatic("java/util/concurrent/locks/LockSupport", "parkNanos", "(J)V", "parkNanos");
        ofStatic("java/util/concurrent/locks/LockSupport", "parkNanos", "(" + OBJECT + "J)V", "parkNanos");
        ofInstance(CONCURRENT + "TimeUnit", CONCURRENT + "TimeUnit", "sleep", "(J)V");

        ofInstance(CONCURRENT, CONCURRENT + "Future", "get", "(J" + UNIT + ")" + OBJECT);
        ofInstance(CONCURRENT + "CountDownLatch", CONCURRENT + "CountDownLatch", "await", "(J" + UNIT + ")Z");
        ofInstance(CONCURRENT + "locks/", CONCURRENT + "locks/Condition", "await", "(J" + UNIT + ")Z");
        ofInstance(CONCURRENT + "Semaphore", CONCURRENT + "Semaphore", "tryAcquire", "(J" + UNIT + ")Z");
        ofInstance(CONCURRENT + "locks/", CONCURRENT + "locks/Lock", "tryLock", "(J" + UNIT + ")Z");
        ofInstance(QUEUES, CONCURRENT + "BlockingQueue", "poll", "(J" + UNIT + ")" + OBJECT);
        ofInstance(QUEUES, CONCURRENT + "BlockingQueue", "offer", "(" + OBJECT + "J" + UNIT + ")Z");
        ofInstance("java/lang/Thread", "java/lang/Thread", "join", "(J)V");
        ofInstance("java/lang/Thread", "java/lang/Thread", "join", "(Ljava/time/Duration;)Z");
        ofInstance(CONCURRENT, CONCURRENT + "ExecutorService", "awaitTermination", "(J" + UNIT + ")Z");
        ofInstance("", "java/lang/Object", "wait", "(J)V");
        ofInstance(CONCURRENT, CONCURRENT + "Future", "cancel", "(Z)Z");
        ofInstance(CONCURRENT, CONCURRENT + "CompletableFuture", "orTimeout", "(J" + UNIT + ")" + FUTURE);
        ofInstance(
                CONCURRENT,
                CONCURRENT + "CompletableFuture",
                "completeOnTimeout",
                "(" + OBJECT + "J" + UNIT + ")" + FUTURE);
        ofStatic(CONCURRENT + "CompletableFuture", "delayedExecutor", "(J" + UNIT + ")" + EXECUTOR, "delayedExecutor");
        ofStatic(
                CONCURRENT + "CompletableFuture",
                "delayedExecutor",
                "(J" + UNIT + EXECUTOR + ")" + EXECUTOR,
                "delayedExecutor");

        ofInstance(UTIL, "java/util/Collection", "add", "(" + OBJECT + ")Z");
        ofInstance(UTIL, "java/util/List", "add", "(I" + OBJECT + ")V");
        ofInstance(UTIL, "java/util/Collection", "addAll", "(Ljava/util/Collection;)Z");
        ofInstance(UTIL, "java/util/Queue", "offer", "(" + OBJECT + ")Z");
        ofInstance(UTIL, "java/util/Deque", "push", "(" + OBJECT + ")V");
        ofInstance(UTIL, "java/util/SequencedCollection", "addFirst", "(" + OBJECT + ")V");
        ofInstance(UTIL, "java/util/SequencedCollection", "addLast", "(" + OBJECT + ")V");
        ofInstance("java/util/(?!Dictionary)", "java/util/Map", "put", "(" + OBJECT + OBJECT + ")" + OBJECT);
        ofInstance(UTIL, "java/util/Map", "putIfAbsent", "(" + OBJECT + OBJECT + ")" + OBJECT);
        ofInstance(UTIL, "java/util/Map", "merge", "(" + OBJECT + OBJECT + BI_FUNCTION + ")" + OBJECT);
        ofInstance(UTIL, "java/util/Map", "computeIfAbsent", "(" + OBJECT + FUNCTION + ")" + OBJECT);
        ofInstance(UTIL, "java/util/Map", "compute", "(" + OBJECT + BI_FUNCTION + ")" + OBJECT);
    }

    private void ofStatic(String owner, String method, String descriptor, String hook) {
        put(owner, new Key(true, method, descriptor), new Replacement(hook, MethodTypeDesc.ofDescriptor(descriptor)));
    }

    private void ofInstance(String owners, String receiver, String method, String descriptor) {
        MethodTypeDesc type =
                MethodTypeDesc.ofDescriptor(descriptor).insertParameterTypes(0, ClassDesc.ofInternalName(receiver));
        put(owners, new Key(false, method, descriptor), new Replacement(method, type));
    }

    private void put(String owners, Key key, Replacement replacement) {
        rules.computeIfAbsent(key, first -> new ArrayList<>()).add(new Rule(Pattern.compile(owners), replacement));
    }

    /**
     * Finds what a call is to be replaced by.
     *
     * @param isStatic whether the call is of a static method
     * @param owner the internal name of the type that the call names
     */
    Optional<Replacement> of(boolean isStatic, String owner, String method, String descriptor) {
        return rules.getOrDefault(new Key(isStatic, method, descriptor), List.of()).stream()
                .filter(rule -> rule.owners().matcher(owner).lookingAt())
                .findFirst()
                .map(Rule::replacement);
    }
}
