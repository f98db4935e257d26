package twostoves.checks.concurrency;

import java.util.List;
import twostoves.checks.OneAtATime;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.simulation.Settings;

/** Names the reason why fewer requests were in flight than the limit allows. */
final class NotSliding {

    private NotSliding() {}

    /**
     * Runs the requests once more, looking around, and explains what is seen.
     *
     * @param limit how many may be in flight
     */
    static CheckFailure explain(Fetching<?> fetching, Requests requests, int limit) {
        Subject.Observed<?> observed = fetching.observe(Settings.STANDARD.lookingAround(), requests);
        Timeline timeline = observed.run().timeline();
        Window window = Window.of(timeline, limit);
        long expected = window.slidingMakespan();
        if (timeline.maxInFlight() <= 1
                && isOneAtATime(observed, requests.paths().size())) {
            return TooSlow.explainOneAtATime(observed, requests.paths().size(), expected);
        }
        String cost = " That took " + Times.ofNanos(timeline.makespan()) + "; a window that slides takes "
                + Times.ofNanos(expected) + ".";
        return window.unfilled()
                .map(empty -> explain(window, empty, timeline.maxInFlight(), cost))
                .orElseGet(() -> CheckFailure.measured(
                        Diagnosis.UNNAMED_FAILURE, "Your requests kept to the limit of " + limit + "." + cost));
    }

    /** A limit of one that is not asked for looks like a pool of one thread, if there are more threads. */
    private static boolean isOneAtATime(Subject.Observed<?> observed, int tasks) {
        List<Span> requests = observed.run().timeline().spans();
        return observed.run().timeline().byThread().size() < requests.size()
                || OneAtATime.of(observed, tasks, Diagnosis.LOCK_HELD_WHILE_WAITING)
                                .diagnosis()
                        != Diagnosis.POOL_TOO_SMALL;
    }

    private static CheckFailure explain(Window window, Window.Stretch empty, int most, String cost) {
        int limit = window.limit();
        String places = "From " + Times.ofNanos(empty.from()) + " to " + Times.ofNanos(empty.to()) + " only "
                + empty.inFlight() + " of " + limit + " places " + (empty.inFlight() == 1 ? "was" : "were")
                + " taken, although " + empty.toBegin()
                + (empty.toBegin() == 1 ? " request" : " requests") + " had not begun";
        if (most < limit) {
            return CheckFailure.measured(
                    Diagnosis.TOO_FEW_IN_FLIGHT,
                    "Never more than " + most + " requests were in flight, and the limit is " + limit + "." + cost);
        }
        if (window.isInBatches()) {
            return CheckFailure.measured(
                    Diagnosis.BATCHES_NOT_WINDOW,
                    places + ": the next ones began when all of those before had ended." + cost);
        }
        if (window.waitsForOldest()) {
            return CheckFailure.measured(
                    Diagnosis.HEAD_OF_LINE_BLOCKING,
                    places + ": each waited for the oldest in flight, not for whichever ends first." + cost);
        }
        return CheckFailure.measured(Diagnosis.TOO_FEW_IN_FLIGHT, places + "." + cost);
    }
}
