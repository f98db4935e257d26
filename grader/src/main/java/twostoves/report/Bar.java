package twostoves.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twostoves.evidence.Span;
import twostoves.evidence.Times;

/**
 * A bar of a drawing.
 *
 * @param label what it stands for
 * @param count how many spans it stands for
 * @param kind waiting or computing
 * @param ending how the last of them ended
 * @param start virtual nanoseconds since the run began
 * @param end virtual nanoseconds since the run began
 */
record Bar(String label, int count, Span.Activity kind, Span.Ending ending, long start, long end) {

    static Bar of(ReportedSpan span) {
        return new Bar(
                span.label(), 1, span.kind(), span.ending(), Millis.toNanos(span.start()), Millis.toNanos(span.end()));
    }

    static Bar of(ReportedPiece piece) {
        return new Bar(
                piece.label(),
                1,
                piece.kind(),
                Span.Ending.COMPLETED,
                Millis.toNanos(piece.start()),
                Millis.toNanos(piece.end()));
    }

    /**
     * Makes fewer bars of many: those that nearly touch become one. What ended otherwise than as it should stays by itself.
     *
     * @param bars the bars of a row, by start
     * @param gap how far apart two of them may be to become one, in virtual nanoseconds
     */
    static List<Bar> joined(List<Bar> bars, long gap) {
        List<Bar> joined = new ArrayList<>();
        for (Bar bar : bars) {
            if (!joined.isEmpty() && joined.getLast().goesOnIn(bar, gap)) {
                joined.add(joined.removeLast().with(bar));
            } else {
                joined.add(bar);
            }
        }
        return joined;
    }

    private boolean goesOnIn(Bar next, long gap) {
        return kind == next.kind && isSound() && next.isSound() && next.start - end <= gap;
    }

    private boolean isSound() {
        return ending == Span.Ending.COMPLETED || ending == Span.Ending.PREEMPTED;
    }

    private Bar with(Bar next) {
        boolean goesOn = ending == Span.Ending.PREEMPTED && label.equals(next.label);
        String first = label.split(" … ", 2)[0];
        return new Bar(
                goesOn || first.equals(next.label) ? label : first + " … " + next.label,
                goesOn ? count : count + next.count,
                kind,
                next.ending,
                start,
                Math.max(end, next.end));
    }

    /** Says in one line what can be seen. */
    String inWords() {
        String what = count == 1 ? label : label + " (" + count + " in a row)";
        String how = mishap().map(mishap -> ", " + mishap.inWords).orElse("");
        return what + ": " + inWords(kind) + " from " + Times.ofNanos(start) + " to " + Times.ofNanos(end) + how;
    }

    static String inWords(Span.Activity kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What ended otherwise than as it should. */
    enum Mishap {
        FAILED("failed", "×"),
        INTERRUPTED("interrupted", "!"),
        UNFINISHED("never ended", "›");

        final String inWords;
        final String mark;

        Mishap(String inWords, String mark) {
            this.inWords = inWords;
            this.mark = mark;
        }
    }

    Optional<Mishap> mishap() {
        return switch (ending) {
            case COMPLETED, PREEMPTED -> Optional.empty();
            case FAILED -> Optional.of(Mishap.FAILED);
            case INTERRUPTED -> Optional.of(Mishap.INTERRUPTED);
            case UNFINISHED -> Optional.of(Mishap.UNFINISHED);
        };
    }
}
