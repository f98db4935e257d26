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
 * Which methods of the JDK are replaced by which static methods of {@link Clocks}, {@link Waits}, {@link Timers} and
 * {@link Hooks}.
 *
 * <p>An instance method's replacement takes the receiver first. A replacement goes by name and descriptor and by where the
 * owner lies, because javac writes the receiver's static type as owner, not the type that declares the method.
 */
final class Replacements {

    /** A static method of ours and its descriptor. */
    record Replacement(ClassDesc owner, String name, MethodTypeDesc type) {}

    private record Key(boolean isStatic, String method, String descriptor) {}

    private record Rule(Pattern owners, Replacement replacement) {}

    private static final String UTIL = "java/util/";
    private static final String TIME = "java/time/";
    private static final String CONCURRENT = "java/util/concurrent/";

    /** Not {@code CompletionService}, which has a method of the same name and is no queue. */
    private static final String QUEUES = "\\w*(Queue|Deque)$";

    private static final String UNIT = "Ljava/util/concurrent/TimeUnit;";
    private static final String CLOCK = "Ljava/time/Clock;";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
    private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
    private static final String SCHEDULED = "Ljava/util/concurrent/ScheduledExecutorService;";
    private static final String FACTORY = "Ljava/util/concurrent/ThreadFactory;";
    private static final String RUNNABLE = "Ljava/lang/Runnable;";
    private static final String FUNCTION = "Ljava/util/function/Function;";
    private static final String BI_FUNCTION = "Ljava/util/function/BiFunction;";

    private final Map<Key, List<Rule>> rules = new HashMap<>();

    Replacements() {
        clocks();
        sleeps();
        waitsForTasks();
        waitsForOthers();
        waitsInQueues();
        timers();
        changes();
    }

    private void clocks() {
        ofStatic(Clocks.class, "java/lang/System", "nanoTime", "()J");
        ofStatic(Clocks.class, "java/lang/System", "currentTimeMillis", "()J");
        ofStatic(Clocks.class, TIME + "Instant", "now", "()Ljava/time/Instant;");
        ofStatic(Clocks.class, TIME + "Clock", "systemUTC", "()" + CLOCK);
        ofStatic(Clocks.class, TIME + "Clock", "systemDefaultZone", "()" + CLOCK);
        for (String clock : List.of("system", "tickMillis", "tickSeconds", "tickMinutes")) {
            ofStatic(Clocks.class, TIME + "Clock", clock, "(Ljava/time/ZoneId;)" + CLOCK);
        }
        ofStatic(Clocks.class, TIME + "InstantSource", "system", "()Ljava/time/InstantSource;");
        for (String type : List.of("LocalTime", "LocalDate", "LocalDateTime", "ZonedDateTime", "OffsetDateTime")) {
            String hook = Character.toLowerCase(type.charAt(0)) + type.substring(1);
            for (String zone : List.of("", "Ljava/time/ZoneId;")) {
                ofStatic(Clocks.class, TIME + type, "now", "(" + zone + ")L" + TIME + type + ";", hook);
            }
        }
    }

    private void sleeps() {
        for (String time : List.of("(J)V", "(JI)V", "(Ljava/time/Duration;)V")) {
            ofStatic(Clocks.class, "", "sleep", time); // inherited by subclasses of Thread
        }
        ofInstance(Clocks.class, CONCURRENT + "TimeUnit", CONCURRENT + "TimeUnit", "sleep", "(J)V");
        ofStatic(Clocks.class, CONCURRENT + "locks/LockSupport", "park", "()V");
        ofStatic(Clocks.class, CONCURRENT + "locks/LockSupport", "park", "(" + OBJECT + ")V");
        for (String park : List.of("parkNanos", "parkUntil")) {
            ofStatic(Clocks.class, CONCURRENT + "locks/LockSupport", park, "(J)V");
            ofStatic(Clocks.class, CONCURRENT + "locks/LockSupport", park, "(" + OBJECT + "J)V");
        }
    }

    private void waitsForTasks() {
        ofWait("Future", "get", "(J" + UNIT + ")" + OBJECT);
        ofWait(
                "CompletionService|ExecutorCompletionService",
                "CompletionService",
                "poll",
                "(J" + UNIT + ")L" + CONCURRENT + "Future;");
        ofWait("ExecutorService", "invokeAll", "(Ljava/util/Collection;J" + UNIT + ")Ljava/util/List;");
        ofWait("ExecutorService", "invokeAny", "(Ljava/util/Collection;J" + UNIT + ")" + OBJECT);
        ofWait("ExecutorService", "awaitTermination", "(J" + UNIT + ")Z");
        ofInstance(Hooks.class, CONCURRENT, CONCURRENT + "Future", "cancel", "(Z)Z");
    }

    private void waitsForOthers() {
        ofWait("CountDownLatch", "CountDownLatch", "await", "(J" + UNIT + ")Z");
        ofWait("CyclicBarrier", "CyclicBarrier", "await", "(J" + UNIT + ")I");
        ofWait("Phaser", "Phaser", "awaitAdvanceInterruptibly", "(IJ" + UNIT + ")I");
        ofWait("Exchanger", "Exchanger", "exchange", "(" + OBJECT + "J" + UNIT + ")" + OBJECT);
        ofWait("Semaphore", "Semaphore", "tryAcquire", "(J" + UNIT + ")Z");
        ofWait("Semaphore", "Semaphore", "tryAcquire", "(IJ" + UNIT + ")Z");
        ofWait("locks/", "locks/Lock", "tryLock", "(J" + UNIT + ")Z");
        ofWait("locks/", "locks/StampedLock", "tryReadLock", "(J" + UNIT + ")J");
        ofWait("locks/", "locks/StampedLock", "tryWriteLock", "(J" + UNIT + ")J");
        ofWait("locks/", "locks/Condition", "await", "(J" + UNIT + ")Z");
        ofWait("locks/", "locks/Condition", "awaitNanos", "(J)J");
        ofWait("locks/", "locks/Condition", "awaitUntil", "(Ljava/util/Date;)Z");
        ofInstance(Waits.class, CONCURRENT + "locks/", CONCURRENT + "locks/Condition", "await", "()V");
        ofInstance(Waits.class, "", "java/lang/Object", "wait", "()V");
        ofInstance(Waits.class, "", "java/lang/Object", "wait", "(J)V");
        ofInstance(Waits.class, "", "java/lang/Object", "wait", "(JI)V");
        ofInstance(Waits.class, "java/lang/Thread", "java/lang/Thread", "join", "(J)V");
        ofInstance(Waits.class, "java/lang/Thread", "java/lang/Thread", "join", "(JI)V");
        ofInstance(Waits.class, "java/lang/Thread", "java/lang/Thread", "join", "(Ljava/time/Duration;)Z");
        ofWait("TimeUnit", "TimeUnit", "timedWait", "(" + OBJECT + "J)V");
        ofWait("TimeUnit", "TimeUnit", "timedJoin", "(Ljava/lang/Thread;J)V");
    }

    private void waitsInQueues() {
        for (String poll : List.of("poll", "pollFirst", "pollLast")) {
            ofWait(QUEUES, poll.equals("poll") ? "BlockingQueue" : "BlockingDeque", poll, "(J" + UNIT + ")" + OBJECT);
        }
        for (String offer : List.of("offer", "offerFirst", "offerLast")) {
            String receiver = offer.equals("offer") ? "BlockingQueue" : "BlockingDeque";
            ofWait(QUEUES, receiver, offer, "(" + OBJECT + "J" + UNIT + ")Z");
        }
        ofWait(QUEUES, "TransferQueue", "tryTransfer", "(" + OBJECT + "J" + UNIT + ")Z");
    }

    private void timers() {
        ofTimer("CompletableFuture", "orTimeout", "(J" + UNIT + ")" + FUTURE);
        ofTimer("CompletableFuture", "completeOnTimeout", "(" + OBJECT + "J" + UNIT + ")" + FUTURE);
        String futures = CONCURRENT + "CompletableFuture";
        ofStatic(Timers.class, futures, "delayedExecutor", "(J" + UNIT + ")" + EXECUTOR);
        ofStatic(Timers.class, futures, "delayedExecutor", "(J" + UNIT + EXECUTOR + ")" + EXECUTOR);

        String executors = CONCURRENT + "Executors";
        ofStatic(Timers.class, executors, "newScheduledThreadPool", "(I)" + SCHEDULED);
        ofStatic(Timers.class, executors, "newScheduledThreadPool", "(I" + FACTORY + ")" + SCHEDULED);
        ofStatic(Timers.class, executors, "newSingleThreadScheduledExecutor", "()" + SCHEDULED);
        ofStatic(Timers.class, executors, "newSingleThreadScheduledExecutor", "(" + FACTORY + ")" + SCHEDULED);
        String scheduled = "L" + CONCURRENT + "ScheduledFuture;";
        ofTimer("ScheduledExecutorService", "schedule", "(" + RUNNABLE + "J" + UNIT + ")" + scheduled);
        ofTimer("ScheduledExecutorService", "schedule", "(L" + CONCURRENT + "Callable;J" + UNIT + ")" + scheduled);
        ofTimer("ScheduledExecutorService", "scheduleAtFixedRate", "(" + RUNNABLE + "JJ" + UNIT + ")" + scheduled);
        ofTimer("ScheduledExecutorService", "scheduleWithFixedDelay", "(" + RUNNABLE + "JJ" + UNIT + ")" + scheduled);
        ofTimer("Delayed", "getDelay", "(" + UNIT + ")J");
    }

    private void changes() {
        ofChange(UTIL, "java/util/Collection", "add", "(" + OBJECT + ")Z");
        ofChange(UTIL, "java/util/List", "add", "(I" + OBJECT + ")V");
        ofChange(UTIL, "java/util/Collection", "addAll", "(Ljava/util/Collection;)Z");
        ofChange(UTIL, "java/util/Queue", "offer", "(" + OBJECT + ")Z");
        ofChange(UTIL, "java/util/Deque", "push", "(" + OBJECT + ")V");
        ofChange(UTIL, "java/util/SequencedCollection", "addFirst", "(" + OBJECT + ")V");
        ofChange(UTIL, "java/util/SequencedCollection", "addLast", "(" + OBJECT + ")V");
        ofChange("java/util/(?!Dictionary)", "java/util/Map", "put", "(" + OBJECT + OBJECT + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "putIfAbsent", "(" + OBJECT + OBJECT + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "merge", "(" + OBJECT + OBJECT + BI_FUNCTION + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "computeIfAbsent", "(" + OBJECT + FUNCTION + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "computeIfPresent", "(" + OBJECT + BI_FUNCTION + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "compute", "(" + OBJECT + BI_FUNCTION + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "replace", "(" + OBJECT + OBJECT + ")" + OBJECT);
        ofChange(UTIL, "java/util/Map", "replace", "(" + OBJECT + OBJECT + OBJECT + ")Z");
    }

    private void ofWait(String receiver, String method, String descriptor) {
        ofWait("", receiver, method, descriptor);
    }

    private void ofWait(String owners, String receiver, String method, String descriptor) {
        ofInstance(Waits.class, CONCURRENT + "(" + owners + ")", CONCURRENT + receiver, method, descriptor);
    }

    private void ofTimer(String receiver, String method, String descriptor) {
        ofInstance(Timers.class, CONCURRENT, CONCURRENT + receiver, method, descriptor);
    }

    private void ofChange(String owners, String receiver, String method, String descriptor) {
        ofInstance(Hooks.class, owners, receiver, method, descriptor);
    }

    private void ofStatic(Class<?> hooks, String owner, String method, String descriptor) {
        ofStatic(hooks, owner, method, descriptor, method);
    }

    private void ofStatic(Class<?> hooks, String owner, String method, String descriptor, String hook) {
        put(
                owner,
                new Key(true, method, descriptor),
                new Replacement(of(hooks), hook, MethodTypeDesc.ofDescriptor(descriptor)));
    }

    private void ofInstance(Class<?> hooks, String owners, String receiver, String method, String descriptor) {
        MethodTypeDesc type =
                MethodTypeDesc.ofDescriptor(descriptor).insertParameterTypes(0, ClassDesc.ofInternalName(receiver));
        put(owners, new Key(false, method, descriptor), new Replacement(of(hooks), method, type));
    }

    private static ClassDesc of(Class<?> hooks) {
        return hooks.describeConstable().orElseThrow();
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
