package twostoves.checks.parallelism;

import java.util.Optional;
import java.util.Set;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;

/** Names what is wrong with who did the work, where the items of a job are free to go to any worker. */
final class JobFaults {

    /** With fewer items for each worker, a thread for each item is not told from a crew. */
    private static final int ITEMS_PER_WORKER = 3;

    private JobFaults() {}

    /**
     * Explains a makespan that was too long.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static CheckFailure explain(Subject.Observed<?> observed, Job job, String took) {
        return slow(observed, job, took)
                .or(() -> faultOfCount(observed, job, " " + took))
                .orElseGet(() -> IdleWorkers.ofShares(observed.run().timeline(), job.thing(), took));
    }

    /**
     * Looks for the reason why nothing overlapped, and for the wrong kind of threads.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static Optional<CheckFailure> slow(Subject.Observed<?> observed, Job job, String took) {
        return job.crew().oneAtATime(observed, job.due(), took).or(() -> faultOfKind(observed, job, " " + took));
    }

    /**
     * Looks for a fault in the kind and the number of threads that computed.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    static Optional<CheckFailure> fault(Subject.Observed<?> observed, Job job, String after) {
        return faultOfKind(observed, job, after).or(() -> faultOfCount(observed, job, after));
    }

    static Optional<CheckFailure> faultOfKind(Subject.Observed<?> observed, Job job, String after) {
        return job.crew().wrongKind(observed, after);
    }

    private static Optional<CheckFailure> faultOfCount(Subject.Observed<?> observed, Job job, String after) {
        Timeline timeline = observed.run().timeline();
        int threads = timeline.byThread().size();
        String asked = "For " + job.count(job.items()) + ", " + job.due() + (job.due() == 1 ? " thread" : " threads")
                + " at a time " + (job.due() == 1 ? "was" : "were") + " asked for, and ";
        int most = timeline.maxInFlight();
        if (most > job.due() || threads < job.due()) {
            int seen = most > job.due() ? most : threads;
            return failure(
                    Diagnosis.WRONG_THREAD_COUNT,
                    asked + seen + (seen == 1 ? " thread" : " threads") + " computed.",
                    after);
        }
        if (threads >= job.items() && job.items() >= ITEMS_PER_WORKER * job.workers()) {
            return failure(Diagnosis.WRONG_THREAD_COUNT, asked + "you made one for each " + job.thing() + ".", after);
        }
        return Optional.empty();
    }

    /**
     * Looks for too many and too few threads where the same workers are to take one step after another. Twice as many in
     * all as there are workers are let pass as long as not too many are at work together: a fixed pool starts all its threads
     * before it uses one again, and a pool that grows when nobody is idle may grow while the workers of the step before are
     * on their way back.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    static Optional<CheckFailure> faultOverSteps(Subject.Observed<?> observed, Job job, String after) {
        Set<ThreadIdentity> threads = observed.run().timeline().byThread().keySet();
        int together = observed.run().timeline().maxInFlight();
        int due = job.due();
        String asked = due + (due == 1 ? " thread was" : " threads were") + " asked for, and ";
        if (together > due || threads.size() < due) {
            int seen = together > due ? together : threads.size();
            return Optional.of(CheckFailure.measured(
                    Diagnosis.WRONG_THREAD_COUNT,
                    asked + seen + (seen == 1 ? " thread" : " threads") + " computed." + after));
        }
        return threads.size() > 2 * job.workers()
                ? Optional.of(CheckFailure.measured(
                        Diagnosis.THREADS_PER_STEP,
                        asked + "never more were at work together; but over the whole call you started "
                                + threads.size() + "." + after))
                : Optional.empty();
    }

    private static Optional<CheckFailure> failure(Diagnosis diagnosis, String message, String after) {
        return Optional.of(CheckFailure.measured(diagnosis, message + after));
    }
}
