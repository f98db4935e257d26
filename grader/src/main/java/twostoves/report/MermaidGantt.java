package twostoves.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import twostoves.evidence.Span;
import twostoves.evidence.Times;

/**
 * Draws a timeline in the language of Mermaid, which GitHub turns into a picture in step summaries and Markdown files.
 *
 * <p>Names from the submission keep their letters, digits and a few signs; all else becomes a blank, since Mermaid has no
 * way to escape what it takes for its own.
 *
 * @see <a href="https://mermaid.js.org/syntax/gantt.html">Gantt diagrams of Mermaid</a>
 */
final class MermaidGantt {

    private static final int MOST_ROWS = 24;
    private static final int MOST_BARS = 120;
    private static final int LONGEST_NAME = 40;
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000);
    private static final BigDecimal SHORT = BigDecimal.valueOf(20);

    private final ReportedTimeline timeline;
    private final Scale scale;
    private final List<String> lines = new ArrayList<>();
    private int bars;

    /** In which unit the whole numbers are that Mermaid takes for milliseconds, and how its axis names them. */
    private enum Scale {
        MICROS(3, "%Q µs"),
        MILLIS(0, "%Q ms"),
        /** Whole seconds of the epoch, which are the same in every time zone. */
        SECONDS(0, "%s s");

        private final int shift;
        private final String axis;

        Scale(int shift, String axis) {
            this.shift = shift;
            this.axis = axis;
        }

        private static Scale of(BigDecimal millis) {
            return millis.compareTo(SHORT) < 0 ? MICROS : millis.compareTo(SECOND) < 0 ? MILLIS : SECONDS;
        }

        private long units(BigDecimal millis) {
            return millis.movePointRight(shift)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    private MermaidGantt(ReportedTimeline timeline) {
        this.timeline = timeline;
        this.scale =
                Scale.of(timeline.spans().stream().map(ReportedSpan::end).reduce(timeline.makespan(), BigDecimal::max));
    }

    /** Draws the first rows of a timeline, and beneath them the makespan beside the one expected. */
    static List<String> of(ReportedTimeline timeline) {
        return new MermaidGantt(timeline).draw();
    }

    private List<String> draw() {
        lines.add("gantt");
        lines.add("    title " + name(timeline.caption().isBlank() ? "your run" : timeline.caption()));
        lines.add("    dateFormat x");
        lines.add("    axisFormat " + scale.axis);
        List<TimelineRow> rows = new TimelineRows(Glyphs.UNICODE).of(timeline.spans());
        for (TimelineRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            if (bars < MOST_BARS) {
                row(row);
            }
        }
        length("yours", "crit", timeline.makespan());
        timeline.expected().ifPresent(expected -> length("expected", "done", expected));
        return lines;
    }

    private void row(TimelineRow row) {
        lines.add("    section " + name(row.label()));
        for (ReportedSpan span : row.spans()) {
            if (bars++ < MOST_BARS) {
                bar("on " + name(span.thread()), tag(span), span.start(), span.end());
            }
        }
    }

    private void length(String whose, String tag, BigDecimal length) {
        lines.add("    section " + whose);
        boolean late = timeline.expected()
                .filter(expected -> length.compareTo(expected) > 0)
                .isPresent();
        String words = whose + " " + Times.ofNanos(Millis.toNanos(length));
        bar(words, tag.equals("crit") && !late ? "done" : tag, BigDecimal.ZERO, length);
    }

    private void bar(String words, String tag, BigDecimal start, BigDecimal end) {
        long from = scale.units(start);
        // however short, it is to be seen
        long to = Math.max(from + 1, scale.units(end));
        lines.add(String.format(Locale.ROOT, "    %s :%s%d, %d", words, tag.isEmpty() ? "" : tag + ", ", from, to));
    }

    private static String tag(ReportedSpan span) {
        boolean ended = span.ending() == Span.Ending.COMPLETED || span.ending() == Span.Ending.PREEMPTED;
        return ended ? span.kind() == Span.Activity.COMPUTING ? "active" : "" : "crit";
    }

    private static String name(String text) {
        String known = Excerpt.cut(VisibleText.inOneLine(text), LONGEST_NAME)
                .replaceAll("[^\\p{L}\\p{N} /.,()+=_…–-]", " ")
                .replaceAll(" +", " ")
                .strip();
        return known.isEmpty() ? "unnamed" : known;
    }
}
