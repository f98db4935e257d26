// Mistake: takes what is half as long again for good enough.
package twostoves.choosing;

import java.util.Arrays;
import java.util.Objects;
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
        long tasks = work.tasks();
        long workers = Math.min(tasks, cores);
        long waiting = work.waiting().toNanos();
        long computing = work.computing().toNanos();
        long rounds = (tasks + workers - 1) / workers;
        if (work.dependence() == Dependence.EACH_ON_THE_LAST) {
            return Approach.SEQUENTIAL;
        }
        long[] makespans = {
            tasks * (waiting + computing),
            tasks * 1_000 + waiting + tasks * computing,
            workers * 100_000 + rounds * (waiting + computing),
            tasks * 1_000 + workers * 100_000 + waiting + rounds * computing
        };
        long shortest = Arrays.stream(makespans).min().orElseThrow();
        for (Approach approach : Approach.values()) {
            if (makespans[approach.ordinal()] <= shortest * 1.5) {
                return approach;
            }
        }
        throw new AssertionError();
    }
}
