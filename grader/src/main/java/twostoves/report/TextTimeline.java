package twostoves.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import twostoves.evidence.Span;
import twostoves.evidence.Times;

/**
 * Draws a timeline in text: a line for each request, number or thread, time running to the right, and beneath them the
 * makespan beside the one expected, all to one scale.
 *
 * <p>More than {@value #MAX_ROWS} lines are cut down to the first {@value #FIRST_ROWS}, a count, and the last. A bar
 * that did not end well has its ending in its last column, with a legend below.
 */
public final class TextTimeline {

    private static final int MAX_ROWS = 12;
    private static final int FIRST_ROWS = 5;
    private static final int MAX_LABEL = 24;
    private static final int GAP = 3;

    private final int width;
    private final Glyphs glyphs;
    private final TerminalText text;
    private final Ink ink;

    /**
     * Creates an artist.
     *
     * @param width how many columns a line may have; from 40
     * @param unicode whether other characters than ASCII may be used
     * @throws IllegalArgumentException if {@code width} is less than 40
     */
    public TextTimeline(int width, boolean unicode) {
        this(width, unicode, Ink.NONE);
        ConsoleStyle.requireWidth(width);
    }

    TextTimeline(int width, boolean unicode, Ink ink) {
        this.width = width;
        this.glyphs = Glyphs.of(unicode);
        this.text = new TerminalText(unicode);
        this.ink = ink;
    }

    /**
     * Draws a timeline.
     *
     * @param timeline the timeline
     * @return the lines of the drawing, without line ends
     */
    public List<String> draw(ReportedTimeline timeline) {
        List<TimelineRow> rows = new TimelineRows(glyphs).of(timeline.spans());
        boolean many = rows.size() > MAX_ROWS;
        List<TimelineRow> first = many ? rows.subList(0, FIRST_ROWS) : rows;
        List<TimelineRow> last = many ? rows.subList(rows.size() - 1, rows.size()) : List.of();

        Drawing drawing = new Drawing(
                timeline, Stream.concat(first.stream(), last.stream()).toList());
        drawing.axis();
        first.forEach(drawing::row);
        if (many) {
            drawing.note("%s %,d more %s", glyphs.ellipsis, rows.size() - FIRST_ROWS - 1, glyphs.ellipsis);
        }
        last.forEach(drawing::row);
        drawing.lengths();
        drawing.legend(timeline.spans());
        if (timeline.spans().size() < timeline.spanCount()) {
            drawing.note("drawn: the first %,d of %,d", timeline.spans().size(), timeline.spanCount());
        }
        return drawing.lines;
    }

    private final class Drawing {

        private final List<String> lines = new ArrayList<>();
        private final long makespan;
        private final Optional<Long> expected;
        private final long total;
        private final int labelWidth;
        private final TimeAxis axis;

        private Drawing(ReportedTimeline timeline, List<TimelineRow> rows) {
            makespan = Millis.toNanos(timeline.makespan());
            expected = timeline.expected().map(Millis::toNanos);
            int widest = Stream.concat(rows.stream().map(TimelineRow::label).map(text::escaped), lengthLabels())
                    .mapToInt(TerminalText::width)
                    .max()
                    .orElse(0);
            labelWidth = Math.min(MAX_LABEL, widest) + GAP;
            long end = timeline.spans().stream()
                    .map(ReportedSpan::end)
                    .max(BigDecimal::compareTo)
                    .map(Millis::toNanos)
                    .orElse(0L);
            total = Math.max(Math.max(makespan, end), expected.orElse(0L));
            axis = TimeAxis.of(total, width - labelWidth);
        }

        private Stream<String> lengthLabels() {
            return Stream.concat(Stream.of(yours()), expected.map(this::expected).stream());
        }

        private String yours() {
            return "yours " + Times.ofNanos(makespan);
        }

        private String expected(long nanos) {
            return "expected " + Times.ofNanos(nanos);
        }

        private void axis() {
            if (total == 0 || axis.labels().isEmpty()) {
                return;
            }
            lines.add(ink.dim(" ".repeat(labelWidth) + axis.labels()));
        }

        private void row(TimelineRow row) {
            StringBuilder bars = new StringBuilder();
            for (ReportedSpan span : row.spans()) {
                bar(span, bars);
            }
            lines.add(label(row.label()) + bars);
        }

        private void bar(ReportedSpan span, StringBuilder bars) {
            int start = axis.column(Millis.toNanos(span.start()));
            int end = axis.column(Millis.toNanos(span.end()));
            // however short, it is to be seen
            end = Math.max(end, start + 1);
            bars.repeat(' ', Math.max(0, start - bars.length()));
            bars.repeat(glyphs.bar, Math.max(0, end - bars.length()));
            ending(span.ending()).ifPresent(mark -> bars.setCharAt(bars.length() - 1, mark));
        }

        private void note(String format, Object... arguments) {
            lines.add(ink.dim(String.format(Locale.ROOT, format, arguments)));
        }

        private void lengths() {
            String yours = length(yours(), makespan);
            boolean late = expected.isPresent() && makespan > expected.get();
            lines.add(late ? ink.red(yours) : yours);
            expected.ifPresent(nanos -> lines.add(ink.green(length(expected(nanos), nanos))));
        }

        private String length(String label, long nanos) {
            int columns = axis.column(nanos);
            if (columns < 2) {
                return label(label) + glyphs.lengthEnd;
            }
            return label(label)
                    + glyphs.lengthStart
                    + String.valueOf(glyphs.length).repeat(columns - 2)
                    + glyphs.lengthEnd;
        }

        private String label(String label) {
            return TerminalText.padded(text.shortened(text.escaped(label), labelWidth - GAP), labelWidth);
        }

        private void legend(List<ReportedSpan> spans) {
            List<String> entries = spans.stream()
                    .map(ReportedSpan::ending)
                    .distinct()
                    .sorted()
                    .flatMap(ending -> ending(ending).map(mark -> mark + " " + meaning(ending)).stream())
                    .toList();
            if (!entries.isEmpty()) {
                note("%s", String.join("   ", entries));
            }
        }
    }

    private Optional<Character> ending(Span.Ending ending) {
        return switch (ending) {
            case COMPLETED, PREEMPTED -> Optional.empty();
            case FAILED -> Optional.of(glyphs.broken);
            case INTERRUPTED -> Optional.of(glyphs.interrupted);
            case UNFINISHED -> Optional.of(glyphs.unfinished);
        };
    }

    private static String meaning(Span.Ending ending) {
        return switch (ending) {
            case COMPLETED, PREEMPTED -> "";
            case FAILED -> "failed";
            case INTERRUPTED -> "interrupted";
            case UNFINISHED -> "never ended";
        };
    }
}
