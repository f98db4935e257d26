package twostoves.checks.choosing;

import java.util.List;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.evidence.Span;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;

/**
 * A failure must come out as it was, and end everything.
 *
 * @param run a run in which something fails
 * @param what what fails, for the messages
 */
record PictureFailures(ThumbnailRun run, String what) {

    void demandStopped() {
        Endings.demandEnd(run.run(), run.subject().exercise(), what);
        PictureLog.Failure first = run.log()
                .firstFailure()
                .orElseThrow(() -> CheckFailure.proven(
                        Diagnosis.WRONG_VALUES, "What was to fail was never asked for: " + what + "."));
        Failures.demandOneOf(run.run(), run.log().firstFailures(), what + ": it");
        demandNothingBegunAfter(first.time());
        demandInterrupted(first.time());
        demandPrompt(first.time());
        Leftovers.demandNone(run.run(), ThumbnailRun.METHOD);
    }

    private void demandNothingBegunAfter(long time) {
        List<Span> later = run.run().timeline().spans().stream()
                .filter(span -> span.start() > time)
                .toList();
        if (!later.isEmpty()) {
            throw CheckFailure.measured(
                            Diagnosis.WORK_AFTER_FAILURE,
                            what + ", after " + Times.ofNanos(time) + ", and " + later.size()
                                    + (later.size() == 1 ? " thing was" : " things were")
                                    + " begun later than that: first "
                                    + later.getFirst().label() + ", after "
                                    + Times.ofNanos(later.getFirst().start()) + ".")
                    .showing(Endings.picture(run.run(), run.caption()));
        }
    }

    private void demandInterrupted(long time) {
        List<Span> waited =
                run.waiting().spans().stream().filter(span -> span.end() > time).toList();
        if (!waited.isEmpty()) {
            throw CheckFailure.measured(
                            Diagnosis.SIBLINGS_NOT_CANCELLED,
                            what + ", after " + Times.ofNanos(time) + ", and " + waited.size()
                                    + (waited.size() == 1 ? " request" : " requests")
                                    + " went on all the same: the last ended after "
                                    + Times.ofNanos(waited.stream()
                                            .mapToLong(Span::end)
                                            .max()
                                            .orElse(0))
                                    + ".")
                    .showing(Endings.picture(run.run(), run.caption()));
        }
    }

    private void demandPrompt(long time) {
        long due = Math.max(
                time,
                run.computing().spans().stream().mapToLong(Span::end).max().orElse(0));
        long actual = run.run().timeline().makespan();
        if (actual > due) {
            throw CheckFailure.measured(
                            Diagnosis.FAILURE_NOTICED_LATE,
                            what + ", after " + Times.ofNanos(time) + ". Nothing was under way after "
                                    + Times.ofNanos(due) + ", and your method threw after " + Times.ofNanos(actual)
                                    + ".")
                    .showing(Endings.picture(run.run(), run.caption()));
        }
    }
}
