package twostoves.report;

import java.math.BigDecimal;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;

/**
 * A piece of a plan, as reported: what would have been done when.
 *
 * @param label what it is, as the learner would name it
 * @param kind waiting or computing
 * @param lane the number of the thread or place that does it, from 1
 * @param start virtual milliseconds since the run began
 * @param end virtual milliseconds since the run began
 */
public record ReportedPiece(String label, Span.Activity kind, int lane, BigDecimal start, BigDecimal end) {

    /** Creates a reported piece; whole milliseconds lose their fraction. */
    public ReportedPiece {
        start = Millis.normalized(start);
        end = Millis.normalized(end);
    }

    static ReportedPiece of(Plan.Piece piece) {
        return new ReportedPiece(
                Excerpt.ofName(piece.label()),
                piece.activity(),
                piece.lane(),
                Millis.ofNanos(piece.start()),
                Millis.ofNanos(piece.end()));
    }
}
