package twostoves.checks.parallelism;

import java.util.List;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;
import twostoves.evidence.Times;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;

/** Names the reason why workers were idle although there was work that nobody had begun. */
final class IdleWorkers {

    static final Crew CREW = new Crew("items", "computed", "item");

    private IdleWorkers() {}

    /**
     * Explains a makespan that was longer than it can be if nobody is idle.
     *
     * @param observed a run that looked around
     * @param cores how many could compute at a time
     */
    static CheckFailure explain(Subject.Observed<?> observed, Dishes dishes, int workers, int cores) {
        Timeline timeline = observed.run().timeline();
        String took =
                "That took " + Times.ofNanos(timeline.makespan()) + "; if nobody is idle while work remains it takes "
                        + Times.ofNanos(dishes.longestMakespan(cores)) + " at the most.";
        int due = Math.min(workers, dishes.size());
        return CREW.oneAtATime(observed, workers, took)
                .or(() -> CREW.wrongKind(observed, " " + took))
                .or(() -> CREW.wrongNumber(observed, due, due, " " + took))
                .orElseGet(() -> ofShares(timeline, "item", took));
    }

    /**
     * Tells batches from shares that were settled beforehand, where enough threads of the right kind computed.
     *
     * @param thing what is handed out, in the singular
     * @param took the makespans compared, a sentence
     */
    static CheckFailure ofShares(Timeline timeline, String thing, String took) {
        if (isInBatches(timeline.spans())) {
            return CheckFailure.measured(
                    Diagnosis.BATCHES_NOT_WINDOW,
                    "Your workers took a batch of " + thing
                            + "s and began the next batch only when all of them were done. " + took);
        }
        long longest = timeline.span();
        long shortest = timeline.byThread().values().stream()
                .mapToLong(own -> own.stream().mapToLong(Span::length).sum())
                .min()
                .orElse(0);
        return CheckFailure.measured(
                Diagnosis.STATIC_CHUNKS,
                "One worker had " + Times.ofNanos(longest) + " to compute, another " + Times.ofNanos(shortest)
                        + ": who gets which " + thing + "s was settled before anybody knew what they cost. " + took);
    }

    /** Whether nothing goes on while anything begins: everything ends before the next begins. */
    private static boolean isInBatches(List<Span> spans) {
        long rounds = spans.stream().mapToLong(Span::start).distinct().count();
        return rounds > 1
                && spans.stream()
                        .allMatch(later -> spans.stream()
                                .allMatch(
                                        earlier -> earlier.start() >= later.start() || earlier.end() <= later.start()));
    }
}
