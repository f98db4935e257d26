package twostoves.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twostoves.evidence.Plan;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.Picture;

/**
 * A run of the learner's, as reported.
 *
 * @param unit the unit of all times, {@value #UNIT}
 * @param caption what was run
 * @param makespan how long it took, in virtual milliseconds
 * @param expected how long it should have taken, in virtual milliseconds; empty if that is not the point
 * @param spanCount how many spans there were; more than {@code spans} holds, if they were more than
 *     {@value #MAX_SPANS}
 * @param spans the spans by start, then by item
 * @param plan one way to do the same in the time expected, if there is one to show
 */
public record ReportedTimeline(
        String unit,
        String caption,
        BigDecimal makespan,
        Optional<BigDecimal> expected,
        int spanCount,
        List<ReportedSpan> spans,
        Optional<List<ReportedPiece>> plan) {

    /** The unit of all times. */
    public static final String UNIT = "ms";

    /** How many spans a report holds of one timeline at most; the first ones are kept. */
    public static final int MAX_SPANS = 2_000;

    /**
     * Creates a reported timeline; copies what it is given.
     *
     * @throws IllegalArgumentException if the unit is another
     */
    public ReportedTimeline {
        if (!unit.equals(UNIT)) {
            throw new IllegalArgumentException("the unit of a timeline is " + UNIT + ", not " + unit);
        }
        makespan = Millis.normalized(makespan);
        expected = expected.map(Millis::normalized);
        spans = List.copyOf(spans);
        plan = plan.map(List::copyOf);
    }

    /**
     * Reports a picture.
     *
     * @param picture the run to be drawn
     * @return the picture with its times in milliseconds, its threads named and its spans cut to {@value #MAX_SPANS}
     */
    public static ReportedTimeline of(Picture picture) {
        Timeline timeline = picture.timeline();
        Map<ThreadIdentity, String> names = ThreadNames.of(timeline);
        List<ReportedSpan> spans = timeline.spans().stream()
                .limit(MAX_SPANS)
                .map(span -> ReportedSpan.of(span, names.get(span.thread())))
                .toList();
        return new ReportedTimeline(
                UNIT,
                Excerpt.ofName(picture.caption()),
                Millis.ofNanos(timeline.makespan()),
                picture.expectedMakespan().map(Millis::ofNanos),
                timeline.spans().size(),
                spans,
                picture.plan()
                        .map(Plan::pieces)
                        .filter(pieces -> pieces.size() <= MAX_SPANS)
                        .map(ReportedTimeline::of));
    }

    private static List<ReportedPiece> of(List<Plan.Piece> pieces) {
        return pieces.stream().map(ReportedPiece::of).toList();
    }
}
