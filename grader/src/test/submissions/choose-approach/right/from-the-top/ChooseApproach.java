// Idea: begins with all threads, and does without some as long as that costs little.
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
        double enough = 1.05 * Math.min(Math.min(makespans[0], makespans[1]), Math.min(makespans[2], makespans[3]));
        Approach choice = Approach.BOTH;
        if (makespans[2] <= enough) {
            choice = Approach.PARALLEL;
        }
        if (makespans[1] <= enough) {
            choice = Approach.CONCURRENT;
        }
        if (makespans[0] <= enough) {
            choice = Approach.SEQUENTIAL;
        }
        return choice;
    }
}
