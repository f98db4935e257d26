package twostoves.checks.choosing;

import java.util.List;
import java.util.Optional;
import twostoves.checks.concurrency.Window;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.simulation.Settings;

/**
 * Names what is wrong with how fetching and shrinking went together.
 *
 * @param run a run that has returned the right thumbnails
 * @param settings how it was run
 */
record Pace(ThumbnailRun run, Settings settings) {

    /** In hundredths of the makespan without a bound on memory. */
    private static final long GOOD_ENOUGH = 105;

    /** Demands that never more requests were in flight than there are connections. */
    void demandNoneTooMany() {
        Window.of(run.waiting(), run.connections()).overfull().ifPresent(crowd -> {
            throw CheckFailure.measured(
                            Diagnosis.TOO_MANY_IN_FLIGHT,
                            "From " + Times.ofNanos(crowd.from()) + " to " + Times.ofNanos(crowd.to()) + " "
                                    + crowd.inFlight() + " requests were in flight, and there "
                                    + (run.connections() == 1
                                            ? "is 1 connection."
                                            : "are " + run.connections() + " connections."))
                    .showing(run.picture());
        });
    }

    /** Demands an instant at which all connections and all workers were in use, where there was enough to do for both. */
    void demandBothAtOnce() {
        int inFlight = run.waiting().maxInFlight();
        if (inFlight < run.connections()) {
            Optional<Stall> locked = run.lookingAround(settings).run().firstWait().stream()
                    .filter(Stall::waitsForLock)
                    .findFirst();
            throw CheckFailure.measured(
                            locked.isPresent() && inFlight <= 1
                                    ? Diagnosis.LOCK_HELD_WHILE_WAITING
                                    : Diagnosis.TOO_FEW_IN_FLIGHT,
                            "Never more than " + inFlight + (inFlight == 1 ? " request was" : " requests were")
                                    + " in flight, and there are " + run.connections() + " connections.")
                    .at(locked.flatMap(Stall::learnerFrame).map(Place::of))
                    .showing(run.picture());
        }
        if (run.stretches().noneMatch(stretch -> stretch.waiting() > 0 && stretch.computing() > 0)) {
            throw CheckFailure.measured(
                            Diagnosis.TWO_PHASES,
                            "At no moment was anything being fetched while anything was being shrunk: the first picture"
                                    + " was shrunk from " + Times.ofNanos(firstShrunk())
                                    + ", when nothing was in flight any more. That took "
                                    + took())
                    .showing(run.picture());
        }
        int beside = run.stretches()
                .filter(stretch -> stretch.computing() >= run.workers())
                .mapToInt(ThumbnailRun.Stretch::waiting)
                .max()
                .orElse(0);
        if (beside < run.connections()) {
            if (someWorkerWaitsForPicture()) {
                demandNoIdleWorker();
            }
            throw CheckFailure.measured(
                            Diagnosis.TOO_FEW_IN_FLIGHT,
                            "While all workers were busy, never more than " + beside + " of " + run.connections()
                                    + " connections were in use, although there were paths left to ask for. That took "
                                    + took())
                    .showing(run.picture());
        }
    }

    private long firstShrunk() {
        return run.computing().spans().stream().mapToLong(Span::start).min().orElse(0);
    }

    /** Demands that no worker was idle while there was a picture to shrink. */
    void demandNoIdleWorker() {
        run.stretches()
                .filter(stretch -> stretch.computing() < run.workers() && stretch.toShrink() > 0)
                .findFirst()
                .ifPresent(stretch -> {
                    throw idleWorker(stretch).showing(run.picture());
                });
    }

    /** Demands a makespan that is hardly longer than it could be. */
    Picture demandFast() {
        demandNoIdleWorker();
        if (run.run().timeline().makespan() * 100 > run.ideal() * GOOD_ENOUGH) {
            throw run.stretches()
                    .filter(stretch -> stretch.waiting() < run.connections() && stretch.toAsk() > 0)
                    .findFirst()
                    .map(this::idleConnection)
                    .orElseGet(() -> CheckFailure.measured(
                            Diagnosis.UNNAMED_FAILURE,
                            "No connection and no worker was idle, and yet it took " + took()))
                    .showing(run.picture());
        }
        return run.picture();
    }

    private CheckFailure idleWorker(ThumbnailRun.Stretch stretch) {
        return CheckFailure.measured(
                nameIdleWorker(),
                during(stretch) + " only " + stretch.computing() + " of " + run.workers()
                        + (run.workers() == 1 ? " worker" : " workers") + " computed, although " + stretch.toShrink()
                        + (stretch.toShrink() == 1 ? " picture was" : " pictures were")
                        + " there to be shrunk. That took " + took());
    }

    private Diagnosis nameIdleWorker() {
        if (someWorkerWaitsForPicture()) {
            return Diagnosis.BLOCKS_THE_WORKERS;
        }
        if (isInBatches()) {
            return Diagnosis.BATCHES_NOT_WINDOW;
        }
        return isShrunkInListOrder() ? Diagnosis.WAITS_IN_LIST_ORDER : Diagnosis.BLOCKS_THE_WORKERS;
    }

    /** Requests that all take equally long come in batches anyway. */
    private boolean isInBatches() {
        Window window = Window.of(run.waiting(), run.connections());
        return window.requests().stream().mapToLong(Span::length).distinct().count() > 1 && window.isInBatches();
    }

    /** Whether one does, when nothing has arrived yet. */
    private boolean someWorkerWaitsForPicture() {
        return run.lookingAround(settings).run().firstWait().stream().anyMatch(Pace::waitsForPicture);
    }

    /** Whether a thread of a pool waits for what another thread is to bring. */
    private static boolean waitsForPicture(Stall stall) {
        return stall.isBusyPoolWorker()
                && (stall.isIn("java.util.concurrent.FutureTask", "get")
                        || stall.isIn("java.util.concurrent.CompletableFuture", "get")
                        || stall.isIn("java.util.concurrent.CompletableFuture", "join"));
    }

    private boolean isShrunkInListOrder() {
        List<Long> order = run.computing().spans().stream().map(Span::item).toList();
        return order.equals(order.stream().sorted().toList());
    }

    private CheckFailure idleConnection(ThumbnailRun.Stretch stretch) {
        Window window = Window.of(run.waiting(), run.connections());
        Diagnosis diagnosis = isInBatches()
                ? Diagnosis.BATCHES_NOT_WINDOW
                : window.waitsForOldest() ? Diagnosis.HEAD_OF_LINE_BLOCKING : Diagnosis.TOO_FEW_IN_FLIGHT;
        return CheckFailure.measured(
                diagnosis,
                during(stretch) + " only " + stretch.waiting() + " of " + run.connections()
                        + (run.connections() == 1 ? " connection was" : " connections were") + " in use, although "
                        + stretch.toAsk() + (stretch.toAsk() == 1 ? " path was" : " paths were")
                        + " left to ask for. That took " + took());
    }

    private static String during(ThumbnailRun.Stretch stretch) {
        return "From " + Times.ofNanos(stretch.from()) + " to " + Times.ofNanos(stretch.to());
    }

    private String took() {
        return Times.ofNanos(run.run().timeline().makespan()) + "; without an idle connection or worker it takes "
                + Times.ofNanos(run.ideal()) + ".";
    }
}
