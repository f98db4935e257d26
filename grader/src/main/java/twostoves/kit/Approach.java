package twostoves.kit;

import java.time.Duration;

/**
 * A way to go about a {@link Workload}.
 *
 * <p>They stand in the order of the threads they take: platform threads count first, virtual ones second.
 */
public enum Approach {

    /** The calling thread alone: one task after another, each waited for and then computed. No thread is started. */
    SEQUENTIAL,

    /**
     * One core for everything, and a virtual thread for each task. All tasks wait at the same time; their computing takes
     * turns on the one core, however many the machine has.
     */
    CONCURRENT,

    /**
     * Workers, which are platform threads: as many as there are cores, or tasks if those are fewer. A worker takes one task
     * after another. It waits for the task itself, and computes nothing meanwhile.
     */
    PARALLEL,

    /**
     * A virtual thread for each task that waits, and as many workers as for {@link #PARALLEL} that compute. All tasks wait at
     * the same time, and a worker takes up a task when its waiting is over.
     */
    BOTH;

    /** What it costs to start a virtual thread: so much time of a core, before any task begins. */
    public static final Duration VIRTUAL_THREAD_START = Duration.ofNanos(1_000);

    /** What it costs to start a platform thread: so much time of a core, before any task begins. */
    public static final Duration PLATFORM_THREAD_START = Duration.ofNanos(100_000);
}
