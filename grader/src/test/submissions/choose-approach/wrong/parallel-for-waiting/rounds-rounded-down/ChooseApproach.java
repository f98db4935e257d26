// Idea: tasks divided by workers, rounded down
package twostoves.choosing;

import java.util.Arrays;
import twostoves.contract.ChooseApproachContract;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

public final class ChooseApproach implements ChooseApproachContract {

    @Override
    public Approach choose(Workload work, int cores) {
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1: " + cores);
        }
        long tasks = work.tasks();
        long workers = Math.min(tasks, cores);
        long w = work.waiting().toNanos();
        long c = work.computing().toNanos();
        boolean dependent = work.dependence() == Dependence.EACH_ON_THE_LAST;
        long rounds = dependent ? tasks : tasks / workers;
        long waits = dependent ? tasks : 1;
        long v = tasks * Approach.VIRTUAL_THREAD_START.toNanos();
        long p = workers * Approach.PLATFORM_THREAD_START.toNanos();
        long[] sums = {
            tasks * (w + c), v + waits * w + tasks * c, p + rounds * (w + c), p + v + waits * w + rounds * c
        };
        long shortest = Arrays.stream(sums).min().orElseThrow();
        return Arrays.stream(Approach.values())
                .filter(each -> sums[each.ordinal()] <= shortest * 1.05)
                .findFirst()
                .orElseThrow();
    }
}
