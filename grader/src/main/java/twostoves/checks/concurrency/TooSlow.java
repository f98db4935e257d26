package twostoves.checks.concurrency;

import java.util.List;
import java.util.Optional;
import twostoves.checks.OneAtATime;
import twostoves.contract.FetchAllContract;
import twostoves.evidence.Frame;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;

/** Names the reason why requests took longer together than the longest of them. */
final class TooSlow {

    private TooSlow() {}

    /**
     * Runs the requests once more, looking around, and explains what is seen.
     *
     * @param expected the promised makespan, in virtual nanoseconds
     */
    static CheckFailure explain(Subject<FetchAllContract> subject, Requests requests, long expected) {
        Subject.Observed<?> observed = subject.observe(
                Settings.STANDARD.lookingAround(),
                (fetchAll, simulation) ->
                        fetchAll.fetchAll(requests.paths(), new SimulatedApi(simulation, requests.replies())));
        return explain(observed, requests.paths().size(), expected);
    }

    /**
     * Explains a run that took too long.
     *
     * @param observed the run, which looked around
     * @param count how many requests there were
     * @param expected the promised makespan, in virtual nanoseconds
     */
    static CheckFailure explain(Subject.Observed<?> observed, int count, long expected) {
        Timeline timeline = observed.run().timeline();
        int atOnce = timeline.maxInFlight();
        if (atOnce <= 1) {
            return explainOneAtATime(observed, timeline, count, expected);
        }
        if (atOnce < count) {
            return explainFew(timeline, count, atOnce, expected);
        }
        return CheckFailure.measured(
                Diagnosis.UNNAMED_FAILURE,
                "All " + count + " requests were in flight together, and yet your method took "
                        + compare(timeline, expected) + ".");
    }

    private static CheckFailure explainOneAtATime(
            Subject.Observed<?> observed, Timeline timeline, int count, long expected) {
        OneAtATime.Reason reason = OneAtATime.of(observed, count, Diagnosis.LOCK_HELD_WHILE_WAITING);
        String second = count > 1 ? "Request 2 starts only after request 1 has returned" : "One request at a time";
        String how = switch (reason.diagnosis()) {
            case SEQUENTIAL -> "all of them on one thread";
            case RUN_NOT_START -> "on the thread that called you, because run() starts no thread";
            case LOCK_HELD_WHILE_WAITING -> "the other threads wait for a lock meanwhile";
            case POOL_TOO_SMALL -> "your pool has one thread";
            default ->
                reason.waiting()
                        .map(frame -> "you wait for it at " + frame.place())
                        .orElse("you wait for it");
        };
        Optional<Frame> line = reason.waiting();
        return CheckFailure.measured(
                        reason.diagnosis(), second + ": " + how + ". That took " + compare(timeline, expected) + ".")
                .at(line.map(Place::of));
    }

    private static CheckFailure explainFew(Timeline timeline, int count, int atOnce, long expected) {
        List<ThreadIdentity> threads =
                timeline.spans().stream().map(Span::thread).distinct().toList();
        boolean commonPool = threads.stream().anyMatch(thread -> thread.kind() == ThreadIdentity.Kind.COMMON_POOL);
        Diagnosis diagnosis = commonPool
                ? Diagnosis.COMMON_POOL_FOR_WAITING
                : threads.size() >= count
                        ? Diagnosis.TOO_FEW_IN_FLIGHT
                        : threads.stream().allMatch(ThreadIdentity::isVirtual)
                                ? Diagnosis.POOLED_VIRTUAL_THREADS
                                : Diagnosis.POOL_TOO_SMALL;
        String why = threads.size() < count ? ", on " + threads.size() + " threads" : "";
        return CheckFailure.measured(
                diagnosis,
                "Of " + count + " requests only " + atOnce + " were ever in flight together" + why + ". That took "
                        + compare(timeline, expected) + ".");
    }

    private static String compare(Timeline timeline, long expected) {
        return Times.ofNanos(timeline.makespan()) + " instead of " + Times.ofNanos(expected);
    }
}
