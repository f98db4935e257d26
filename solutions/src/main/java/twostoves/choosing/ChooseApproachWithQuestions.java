package twostoves.choosing;

import java.util.Objects;
import twostoves.contract.ChooseApproachContract;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

/**
 * Asks one question after another, as you would in a review: does anything overlap at all, is it worth more than one core, and
 * if so, do the workers lose anything by waiting?
 *
 * <p>Prefer this where the reasons have to be read by people. The reference says the same in one table of four sums.
 */
public final class ChooseApproachWithQuestions implements ChooseApproachContract {

    @Override
    public Approach choose(Workload work, int cores) {
        Objects.requireNonNull(work);
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1: " + cores);
        }
        if (work.dependence() == Dependence.EACH_ON_THE_LAST || work.tasks() == 1) {
            return Approach.SEQUENTIAL; // there is nothing to overlap with
        }
        double tasks = work.tasks();
        double workers = Math.min(tasks, cores);
        double rounds = Math.ceil(tasks / workers);
        double waiting = work.waiting().toNanos();
        double computing = work.computing().toNanos();
        double virtualThreads = tasks * Approach.VIRTUAL_THREAD_START.toNanos();
        double platformThreads = workers * Approach.PLATFORM_THREAD_START.toNanos();

        double alone = tasks * (waiting + computing);
        double onOneCore = virtualThreads + waiting + tasks * computing;
        double onWorkers = platformThreads + rounds * (waiting + computing);
        double onBoth = platformThreads + virtualThreads + waiting + rounds * computing;

        double shortest = Math.min(Math.min(alone, onOneCore), Math.min(onWorkers, onBoth));
        if (isGoodEnough(alone, shortest)) {
            return Approach.SEQUENTIAL; // too little work, or one core and nothing to wait for
        }
        if (isGoodEnough(onOneCore, shortest)) {
            return Approach.CONCURRENT; // the time is spent waiting
        }
        // The computing is worth several cores. If workers that wait themselves lose little by it, they are enough.
        return isGoodEnough(onWorkers, shortest) ? Approach.PARALLEL : Approach.BOTH;
    }

    private static boolean isGoodEnough(double makespan, double shortest) {
        return makespan <= 1.05 * shortest;
    }
}
