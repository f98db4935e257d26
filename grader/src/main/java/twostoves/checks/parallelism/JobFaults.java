package twostoves.checks.parallelism;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import twostoves.checks.OneAtATime;
import twostoves.evidence.Frame;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
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
                .orElseGet(() -> idle(observed.run().timeline(), job, took));
    }

    /**
     * Looks for the reason why nothing overlapped, and for the wrong kind of threads.
     *
     * @param observed a run that looked around
     * @param took the makespans compared, a sentence
     */
    static Optional<CheckFailure> slow(Subject.Observed<?> observed, Job job, String took) {
        return oneAtATime(observed, job, " " + took).or(() -> faultOfKind(observed, job, " " + took));
    }

    /**
     * Looks for a fault in the kind and the number of threads that computed.
     *
     * @param after what to say after the fault; empty or a blank and a sentence
     */
    static Optional<CheckFailure> fault(Subject.Observed<?> observed, Job job, String after) {
        return faultOfKind(observed, job, after).or(() -> faultOfCount(observed, job, after));
    }

    private static Optional<CheckFailure> oneAtATime(Subject.Observed<?> observed, Job job, String after) {
        Timeline timeline = observed.run().timeline();
        Set<ThreadIdentity> threads = timeline.byThread().keySet();
        boolean onCaller = threads.stream().allMatch(ThreadIdentity::isCaller);
        if (job.due() == 1 || timeline.maxInFlight() > 1 || threads.size() == 1 && !onCaller) {
            return Optional.empty();
        }
        OneAtATime.Reason reason =
                OneAtATime.ofLocksAndPermits(observed, job.due(), Diagnosis.LOCK_HELD_WHILE_COMPUTING);
        String all = "All " + job.count(job.items()) + " were " + job.done() + " on the thread that called you";
        String how = switch (reason.diagnosis()) {
            case SEQUENTIAL -> all + ", one after another.";
            case RUN_NOT_START -> all + ", because run() starts no thread.";
            case LOCK_HELD_WHILE_COMPUTING ->
                "Only one worker computed at a time; the others waited for a lock meanwhile.";
            default ->
                "The second share of the work starts only after the first is done: you wait for it"
                        + reason.waiting().map(frame -> " at " + frame.place()).orElse("") + ".";
        };
        Optional<Frame> line = reason.waiting();
        return Optional.of(
                CheckFailure.measured(reason.diagnosis(), how + after).at(line.map(Place::of)));
    }

    static Optional<CheckFailure> faultOfKind(Subject.Observed<?> observed, Job job, String after) {
        Set<ThreadIdentity> threads = observed.run().timeline().byThread().keySet();
        if (threads.stream().anyMatch(ThreadIdentity::isVirtual)) {
            return failure(
                    Diagnosis.VIRTUAL_THREADS_FOR_COMPUTING,
                    "You computed on virtual threads; computing wants platform threads, " + job.workers()
                            + " of them here.",
                    after);
        }
        if (threads.stream().anyMatch(thread -> thread.kind() == ThreadIdentity.Kind.COMMON_POOL)) {
            return failure(
                    Diagnosis.COMMON_POOL_FOR_COMPUTING,
                    "You computed in the common pool, not with workers of your own.",
                    after);
        }
        return Optional.empty();
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

    private static CheckFailure idle(Timeline timeline, Job job, String took) {
        if (isInBatches(timeline.spans())) {
            return CheckFailure.measured(
                    Diagnosis.BATCHES_NOT_WINDOW,
                    "You hand out a batch, and the next one only when all of it is done: the longest " + job.thing()
                            + " of each batch keeps all workers waiting. " + took);
        }
        long busiest = timeline.span();
        long idlest = timeline.byThread().values().stream()
                .mapToLong(own -> own.stream().mapToLong(Span::length).sum())
                .min()
                .orElse(0);
        return CheckFailure.measured(
                Diagnosis.UNBALANCED_CHUNKS,
                "One worker computed for " + Times.ofNanos(busiest) + ", another one for "
                        + Times.ofNanos(idlest) + ", because each had its " + job.thing()
                        + "s from the beginning. " + took);
    }

    /** Whether nothing is ever begun while anything else is under way, other than what begins with it. */
    private static boolean isInBatches(List<Span> spans) {
        return spans.stream()
                .noneMatch(next ->
                        spans.stream().anyMatch(other -> other.start() < next.start() && next.start() < other.end()));
    }

    private static Optional<CheckFailure> failure(Diagnosis diagnosis, String message, String after) {
        return Optional.of(CheckFailure.measured(diagnosis, message + after));
    }
}
