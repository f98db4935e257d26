// Mistake: takes the shortest, whatever it costs in threads.
package twostoves.choosing;

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
        int best = 0;
        for (int i = 1; i < makespans.length; i++) {
            best = makespans[i] < makespans[best] ? i : best;
        }
        return Approach.values()[best];
    }
}
