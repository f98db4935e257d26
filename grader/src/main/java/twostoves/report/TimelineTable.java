package twostoves.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import twostoves.evidence.Span;
import twostoves.evidence.Times;

/** Tells a timeline as a table in Markdown, for readers and pages that show no pictures. */
final class TimelineTable {

    private static final int MOST_ROWS = 24;

    private TimelineTable() {}

    static List<String> of(ReportedTimeline timeline) {
        List<String> lines = new ArrayList<>(List.of("| what | thread | from | to | |", "|---|---|--:|--:|---|"));
        List<ReportedSpan> spans = timeline.spans();
        spans.stream().limit(MOST_ROWS).map(TimelineTable::row).forEach(lines::add);
        int more = timeline.spanCount() - Math.min(MOST_ROWS, spans.size());
        if (more > 0) {
            lines.add(String.format(Locale.ROOT, "| and %,d more | | | | |", more));
        }
        lines.add(length("yours", timeline.makespan()));
        timeline.expected().ifPresent(expected -> lines.add(length("expected", expected)));
        return lines;
    }

    private static String row(ReportedSpan span) {
        return "| " + Markdown.text(span.label()) + " | " + Markdown.text(span.thread()) + " | " + time(span.start())
                + " | " + time(span.end()) + " | " + ending(span.ending()) + " |";
    }

    private static String length(String whose, BigDecimal length) {
        return "| **" + whose + "** | | 0 s | " + time(length) + " | |";
    }

    private static String time(BigDecimal millis) {
        return Times.ofNanos(Millis.toNanos(millis));
    }

    private static String ending(Span.Ending ending) {
        return switch (ending) {
            case COMPLETED -> "";
            case FAILED -> "failed";
            case INTERRUPTED -> "interrupted";
            case PREEMPTED -> "went on later";
            case UNFINISHED -> "never ended";
        };
    }
}
