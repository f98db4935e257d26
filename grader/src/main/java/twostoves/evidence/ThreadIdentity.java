package twostoves.evidence;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which thread did something.
 *
 * <p>Threads are told apart by their id alone: names need not be unique, and virtual threads usually have none.
 *
 * @param id the thread's id, unique in this process
 * @param name the thread's name; empty for most virtual threads
 * @param kind what kind of thread it is
 */
public record ThreadIdentity(long id, String name, Kind kind) {

    /** What kind of thread did the work. */
    public enum Kind {
        /** The thread that called the learner's method. */
        CALLER,
        /** A platform thread, in a pool or not. */
        PLATFORM,
        /** A virtual thread. */
        VIRTUAL,
        /** A worker of {@link ForkJoinPool#commonPool()}. */
        COMMON_POOL
    }

    /**
     * Identifies a thread.
     *
     * @param thread the thread
     * @param caller the thread that called the learner's method
     * @return the identity of {@code thread}
     */
    public static ThreadIdentity of(Thread thread, Thread caller) {
        Kind kind = thread == caller
                ? Kind.CALLER
                : thread.isVirtual() ? Kind.VIRTUAL : isCommonPoolWorker(thread) ? Kind.COMMON_POOL : Kind.PLATFORM;
        return new ThreadIdentity(thread.threadId(), thread.getName(), kind);
    }

    private static boolean isCommonPoolWorker(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /**
     * Tells whether this is a virtual thread.
     *
     * @return whether the thread is virtual
     */
    public boolean isVirtual() {
        return kind == Kind.VIRTUAL;
    }

    /**
     * Tells whether this is the thread that called the learner's method.
     *
     * @return whether the thread is the caller
     */
    public boolean isCaller() {
        return kind == Kind.CALLER;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThreadIdentity that && that.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
