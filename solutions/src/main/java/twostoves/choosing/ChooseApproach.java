package twostoves.choosing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.ChooseApproachContract;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

/**
 * The reference for exercise 25: write down how long each of the four ways takes, and take the first that is good enough.
 *
 * <p>Nothing here has to be guessed or tried out. How long a way takes is a sum: what it costs to start its threads, the
 * waiting that does not overlap, and the computing of the core that has the most of it.
 */
public final class ChooseApproach implements ChooseApproachContract {

    /** In percent of the shortest. */
    private static final long GOOD_ENOUGH = 105;

    @Override
    public Approach choose(Workload work, int cores) {
        Objects.requireNonNull(work);
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1: " + cores);
        }
        Map<Approach, Long> makespans = makespans(work, cores);
        long shortest = makespans.values().stream().min(Long::compare).orElseThrow();

        // The map goes through the approaches in the order of the threads they take.
        return makespans.entrySet().stream()
                .filter(entry -> entry.getValue() * 100 <= shortest * GOOD_ENOUGH)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static Map<Approach, Long> makespans(Workload work, int cores) {
        long tasks = work.tasks();
        long workers = Math.min(tasks, cores);
        long waiting = work.waiting().toNanos();
        long computing = work.computing().toNanos();
        long startVirtual = tasks * Approach.VIRTUAL_THREAD_START.toNanos();
        long startWorkers = workers * Approach.PLATFORM_THREAD_START.toNanos();

        // Of tasks that need one another nothing overlaps: however many workers there are, each waits for its turn.
        boolean dependent = work.dependence() == Dependence.EACH_ON_THE_LAST;
        long waits = dependent ? tasks : 1;
        long rounds = dependent ? tasks : Math.ceilDiv(tasks, workers);

        var makespans = new EnumMap<Approach, Long>(Approach.class);
        makespans.put(Approach.SEQUENTIAL, tasks * (waiting + computing));
        makespans.put(Approach.CONCURRENT, startVirtual + waits * waiting + tasks * computing);
        makespans.put(Approach.PARALLEL, startWorkers + rounds * (waiting + computing));
        makespans.put(Approach.BOTH, startWorkers + startVirtual + waits * waiting + rounds * computing);
        return makespans;
    }
}
