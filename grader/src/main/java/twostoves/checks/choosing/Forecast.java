package twostoves.checks.choosing;

import java.util.Arrays;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

/**
 * What the four approaches are going to take, reckoned without running anything. Used to find workloads worth asking about,
 * and names for what is wrong. What is right is decided by {@link Machine}.
 *
 * @param work what is to be done
 * @param cores how many cores there are
 */
record Forecast(Workload work, int cores) {

    private static final long CLEARLY_EQUAL = 103;
    private static final long CLEARLY_LONGER = 108;

    /** Virtual nanoseconds. */
    long makespan(Approach approach) {
        long tasks = work.tasks();
        long workers = Math.min(cores, tasks);
        long waiting = work.waiting().toNanos();
        long computing = work.computing().toNanos();
        long start = switch (approach) {
            case SEQUENTIAL -> 0;
            case CONCURRENT -> virtual(tasks);
            case PARALLEL -> platform(workers);
            case BOTH -> platform(workers) + virtual(tasks);
        };
        if (work.dependence() == Dependence.EACH_ON_THE_LAST) {
            return start + tasks * (waiting + computing);
        }
        long rounds = Math.ceilDiv(tasks, workers);
        return start
                + switch (approach) {
                    case SEQUENTIAL -> tasks * (waiting + computing);
                    case CONCURRENT -> waiting + tasks * computing;
                    case PARALLEL -> rounds * (waiting + computing);
                    case BOTH -> waiting + rounds * computing;
                };
    }

    private static long virtual(long threads) {
        return threads * Approach.VIRTUAL_THREAD_START.toNanos();
    }

    private static long platform(long threads) {
        return threads * Approach.PLATFORM_THREAD_START.toNanos();
    }

    long shortest() {
        return Arrays.stream(Approach.values()).mapToLong(this::makespan).min().orElseThrow();
    }

    /** The first that is as short as any, of those in question. */
    Approach right() {
        return Arrays.stream(Approach.values())
                .filter(approach -> makespan(approach) * 100 <= shortest() * CLEARLY_EQUAL)
                .findFirst()
                .orElseThrow();
    }

    /** Whether none of the four is a close call. */
    boolean isClear() {
        return Arrays.stream(Approach.values())
                .mapToLong(this::makespan)
                .noneMatch(makespan ->
                        makespan * 100 > shortest() * CLEARLY_EQUAL && makespan * 100 < shortest() * CLEARLY_LONGER);
    }
}
