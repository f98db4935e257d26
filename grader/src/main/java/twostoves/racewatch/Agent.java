package twostoves.racewatch;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Prepares a JVM for recordings, before its main class runs: rewrites what orders threads, in the JDK and in the grader. The
 * learner's classes are rewritten by whoever loads them, with {@link LearnerRewriter}.
 */
public final class Agent {

    private static final String OURS = "twostoves/racewatch/";

    private static final List<Class<?>> REHEARSED = List.of(
            Thread.class, ConcurrentHashMap.class, AbstractQueuedSynchronizer.class, FutureTask.class, Vector.class);

    private static volatile boolean ready;

    private Agent() {}

    /**
     * Tells whether recordings can be trusted in this JVM.
     *
     * @return whether the agent has been loaded, on a JDK that it has been tried with
     */
    public static boolean isReady() {
        return ready;
    }

    /**
     * Called by the JVM.
     *
     * @param packages the internal names that the learner's classes begin with, separated by commas
     * @param jvm this JVM
     * @throws UnmodifiableClassException if the JVM does not let its classes be rewritten
     */
    public static void premain(String packages, Instrumentation jvm) throws UnmodifiableClassException {
        if (Runtime.version().feature() != JdkClasses.TRIED) {
            return;
        }
        linkWhatHooksNeed();
        Rewriting rewriting = new Rewriting(List.of(packages.split(",")));
        rewriting.rehearse();
        jvm.addTransformer(rewriting, true);
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : jvm.getAllLoadedClasses()) {
            boolean plain = type.getClassLoader() == null && !type.isArray() && !type.isHidden();
            if (plain && JdkClasses.areRewritten(type.getName().replace('.', '/')) && jvm.isModifiableClass(type)) {
                loaded.add(type);
            }
        }
        jvm.retransformClasses(loaded.toArray(Class<?>[]::new));
        ready = !rewriting.failed && hasEndOfVirtualThreads() && seesThreads();
    }

    /** A small trial: what a thread has done must be known to whoever has seen its end. */
    private static boolean seesThreads() {
        Recording recording = Recording.start(Plan.undisturbed(1));
        try {
            Object first = new Object();
            Object second = new Object();
            int site = Sites.add("", "", "", 0, "", Deed.WRITE);
            Thread platform = Thread.ofPlatform().start(() -> LearnerHooks.write(first, site));
            Thread virtual = Thread.ofVirtual().start(() -> LearnerHooks.write(second, site));
            platform.join();
            virtual.join();
            LearnerHooks.write(first, site);
            LearnerHooks.write(second, site);
            return recording.conflicts().isEmpty() && recording.threads().size() >= 3;
        } catch (InterruptedException e) {
            return false;
        } finally {
            recording.stop();
            Recording.forgetContention();
        }
    }

    private static boolean hasEndOfVirtualThreads() {
        try {
            Class<?> type = Class.forName("java.lang.VirtualThread");
            return Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(method -> (method.getName() + "(Z)V").equals(ThreadHooks.END_OF_VIRTUAL)
                            && Arrays.equals(method.getParameterTypes(), new Class<?>[] {boolean.class}));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** All that hooks do, once and while nothing has been rewritten: linking it later would go through what has. */
    private static void linkWhatHooksNeed() {
        Recording recording = Recording.start(new Plan(1, true, -1, true, false, true));
        Object object = new Object();
        int site = Sites.add("", "", "", 0, "", Deed.WRITE);
        Hooks.release(object);
        Hooks.acquire(object);
        Hooks.releaseAt(new int[1], 16);
        Hooks.acquireAt(new int[1], 16);
        Hooks.starting(new Thread(() -> {}));
        Hooks.started(new Thread(() -> {}));
        Hooks.asked(new Thread(() -> {}));
        Hooks.caught();
        LearnerHooks.read(object, site);
        LearnerHooks.write(object, site);
        LearnerHooks.readElement(new int[1], 0, site);
        LearnerHooks.volatileUse(object, site);
        LearnerHooks.call(new ArrayList<>(), 1, site);
        LearnerHooks.call(new StringBuffer(), 1, site);
        LearnerHooks.returned(new StringBuffer(), 1, site);
        LearnerHooks.locking(object, site);
        LearnerHooks.locked(object, site);
        LearnerHooks.unlocking(object);
        synchronized (object) {
            LearnerHooks.wakeOne(object, site);
            LearnerHooks.wakeAll(object, site);
        }
        Iterator<Conflict> conflicts = recording.conflicts().iterator();
        conflicts.forEachRemaining(conflict -> {});
        recording.circle();
        recording.log();
        recording.threads();
        recording.stop();
        Recording.forgetContention();
    }

    private static final class Rewriting implements ClassFileTransformer {
        private final List<String> learners;
        private final ClassFiles jdk = ClassFiles.of(null);
        private volatile boolean failed;

        Rewriting(List<String> learners) {
            this.learners = learners;
        }

        @Override
        public byte[] transform(
                Module module, ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
            // our own classes may be just being loaded in order to answer
            if (name == null || name.startsWith(OURS)) {
                return null;
            }
            try {
                return isToBeRewritten(loader, name) ? rewritten(loader, name, bytes) : null;
            } catch (RuntimeException | Error e) {
                // what this class orders would not be seen
                failed = true;
                ready = false;
                return null;
            }
        }

        private boolean isToBeRewritten(ClassLoader loader, String name) {
            if (loader == null) {
                return JdkClasses.areRewritten(name);
            }
            if (loader == ClassLoader.getPlatformClassLoader()) {
                return false;
            }
            for (String beginning : learners) {
                if (name.startsWith(beginning)) {
                    return false;
                }
            }
            return true;
        }

        private byte[] rewritten(ClassLoader loader, String name, byte[] bytes) {
            Hooks.mute();
            try {
                ClassFiles files = loader == null ? jdk : ClassFiles.of(loader);
                Optional<byte[]> rewritten = new SyncRewriter(files).rewrite(name, bytes);
                return rewritten.orElse(null);
            } finally {
                Hooks.unmute();
            }
        }

        /** Rewrites what has most to rewrite, so that everything is loaded that it takes. */
        void rehearse() {
            for (Class<?> type : REHEARSED) {
                String name = type.getName().replace('.', '/');
                ClassFiles.read(ClassLoader.getSystemClassLoader(), name)
                        .ifPresent(bytes -> transform(null, null, name, null, null, bytes));
            }
        }
    }
}
