package twostoves.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes calls weigh something, and adds up what each thread has used for them. Safe for use by many threads.
 *
 * <p>The weight is a loop of a fixed length, so that it is the same work in every run. What it takes is read off the
 * thread's own processor time, which the other threads of a busy machine do not add to.
 */
public final class Meter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long loops;
    private final Map<Thread, Long> used = new ConcurrentHashMap<>();
    private volatile long kept;

    /**
     * Creates a meter.
     *
     * @param loops the length of the loop for one unit of weight; positive
     */
    Meter(long loops) {
        this.loops = loops;
    }

    /**
     * Uses the processor for a while.
     *
     * @param units for how long; about a microsecond each
     */
    public void weigh(long units) {
        long before = THREADS.getCurrentThreadCpuTime();
        kept = loop(loops * units);
        used.merge(Thread.currentThread(), THREADS.getCurrentThreadCpuTime() - before, Long::sum);
    }

    /** Each step needs the one before, so that no processor is the quicker for having more units. */
    static long loop(long steps) {
        long value = steps;
        for (long i = 0; i < steps; i++) {
            value = value * 6364136223846793005L + 1442695040888963407L;
        }
        return value;
    }

    /** The processor time of all threads, in nanoseconds. */
    long all() {
        return used.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The processor time of the thread that has used most, in nanoseconds. */
    long busiest() {
        return used.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
