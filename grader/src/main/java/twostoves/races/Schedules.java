package twostoves.races;

import java.util.random.RandomGenerator;
import twostoves.fork.ForkedJvm;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Subject;

/**
 * Explores what a few threads may do to one object of the learner's: in a JVM of its own, in which every access of the
 * learner's classes is watched, and with threads held up at the places that matter.
 */
public final class Schedules {

    /** One for the whole process, kept from exercise to exercise. */
    private static final ForkedJvm JVM = new ForkedJvm("The JVM that watches for data races", WatchingJvm::arguments);

    private Schedules() {}

    /** Has the other JVM started, if none is idle, so that it can prepare itself before it is needed. */
    public static void prepare() {
        JVM.prepare();
    }

    /**
     * Runs a scenario under a number of schedules, and returns if none of them shows anything wrong.
     *
     * @param subject the submission; its values should be known to be right when one thread uses it
     * @param scenario the class of the scenario
     * @param random where the seed comes from
     * @param <T> the contract of the exercise
     * @throws twostoves.grading.CheckFailure if two accesses are ordered by nothing, if threads are deadlocked or stuck, if a
     *     party threw, or if the scenario's own demand does not hold. A correct submission is never accused
     * @throws NotMeasuredException if nothing could be told: this JVM has not been tried with the detector, the submission
     *     uses what is not modelled, or it is too slow
     */
    public static <T> void explore(Subject<T> subject, Class<? extends Scenario<T>> scenario, RandomGenerator random) {
        try {
            JVM.run(scenario.getName(), subject, random.nextLong());
        } catch (ForkedJvm.OutOfMemoryException e) {
            throw new NotMeasuredException("The JVM that watches for data races ran out of memory.", e);
        }
    }
}
