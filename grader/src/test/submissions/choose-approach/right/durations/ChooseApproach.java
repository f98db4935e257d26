// Idea: all sums are made with Duration, which counts for itself.
package twostoves.choosing;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import twostoves.contract.ChooseApproachContract;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

public final class ChooseApproach implements ChooseApproachContract {

    @Override
    public Approach choose(Workload work, int cores) {
        Objects.requireNonNull(work);
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1: " + cores);
        }
        if (work.dependence() != Dependence.NONE) {
            return Approach.SEQUENTIAL;
        }
        Duration shortest = makespan(Approach.SEQUENTIAL, work, cores);
        for (Approach approach : Approach.values()) {
            Duration makespan = makespan(approach, work, cores);
            shortest = makespan.compareTo(shortest) < 0 ? makespan : shortest;
        }
        Duration enough = shortest.plus(shortest.dividedBy(20));
        return Stream.of(Approach.values())
                .filter(approach -> makespan(approach, work, cores).compareTo(enough) <= 0)
                .findFirst()
                .orElseThrow();
    }

    private static Duration makespan(Approach approach, Workload work, int cores) {
        int workers = Math.min(cores, work.tasks());
        int rounds = Math.ceilDiv(work.tasks(), workers);
        Duration virtual = Approach.VIRTUAL_THREAD_START.multipliedBy(work.tasks());
        Duration platform = Approach.PLATFORM_THREAD_START.multipliedBy(workers);
        Duration task = work.waiting().plus(work.computing());
        return switch (approach) {
            case SEQUENTIAL -> task.multipliedBy(work.tasks());
            case CONCURRENT -> virtual.plus(work.waiting()).plus(work.computing().multipliedBy(work.tasks()));
            case PARALLEL -> platform.plus(task.multipliedBy(rounds));
            case BOTH -> virtual.plus(platform).plus(work.waiting()).plus(work.computing().multipliedBy(rounds));
        };
    }
}
