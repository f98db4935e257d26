package twostoves.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.evidence.Span;
import twostoves.evidence.Times;

/**
 * Draws a run, beside it what was expected on the same scale, and how much was under way: in SVG of any width, and again as
 * a table for those who cannot see it.
 */
final class HtmlTimeline {

    private static final int MOST_ROWS = 14;
    private static final int FIRST_ROWS = 12;
    private static final int FIRST_ROWS_OF_PLAN = 5;
    private static final int TABLE_ROWS = 60;
    private static final int ROW_HEIGHT = 26;
    private static final int SHORTEST = 300;
    private static final int CURVE_HEIGHT = 64;

    /** The width of the drawing and of a letter, in pixels, on a narrow screen and on a wide one. */
    private static final int NARROW = 190;

    private static final int WIDE = 520;
    private static final int LETTER = 7;
    private static final int PADDING = 12;

    private final ReportedTimeline timeline;
    private final Markup page;
    private final List<Bar> bars;
    private final long makespan;
    private final Optional<Long> expected;
    private final TimeScale scale;
    private final List<TimeScale.Tick> ticks;

    HtmlTimeline(ReportedTimeline timeline, Markup page) {
        this.timeline = timeline;
        this.page = page;
        this.bars = timeline.spans().stream().map(Bar::of).toList();
        this.makespan = Millis.toNanos(timeline.makespan());
        this.expected = timeline.expected().map(Millis::toNanos);
        long end = Stream.concat(bars.stream(), planned().stream())
                .mapToLong(Bar::end)
                .max()
                .orElse(0);
        this.scale = new TimeScale(Math.max(1, Math.max(Math.max(makespan, end), expected.orElse(0L))));
        this.ticks = scale.ticks();
    }

    private List<Bar> planned() {
        return timeline.plan().stream().flatMap(List::stream).map(Bar::of).toList();
    }

    void write() {
        page.element(
                "figure",
                () -> {
                    page.element("figcaption", () -> {
                        page.element("span", timeline.caption(), "class", "caption");
                        legend();
                    });
                    page.element("div", this::chart, "class", "chart");
                    page.element("p", "", "class", "detail", "hidden", "");
                    table();
                },
                "class",
                "timeline");
        page.line();
    }

    private void chart() {
        boolean isLate = expected.isPresent() && makespan > expected.get();
        heading("yours", Times.ofNanos(makespan), isLate ? "late" : "");
        axis();
        rows(joined(ChartRow.ofThreads(timeline.spans())), "thread", true);
        if (timeline.plan().isPresent()) {
            heading("expected", Times.ofNanos(expected.orElse(0L)), "due");
            rows(joined(ChartRow.ofPlan(timeline.plan().get())), "row", false);
        } else {
            expected.ifPresent(this::expectedLength);
        }
        curve();
        axis();
    }

    private void heading(String what, String time, String mood) {
        page.element(
                "p",
                () -> {
                    page.element("span", what);
                    page.text(" ").element("strong", time, "class", mood);
                },
                "class",
                "part");
    }

    // ---- rows
    // --------------------------------------------------------------------------------------------------------

    /** All rows or none, so that they can be compared. */
    private List<ChartRow> joined(List<ChartRow> rows) {
        return rows.stream().anyMatch(ChartRow::isCrowded)
                ? rows.stream().map(row -> row.joined(scale.total())).toList()
                : rows;
    }

    private void rows(List<ChartRow> rows, String unit, boolean isYours) {
        boolean many = rows.size() > MOST_ROWS;
        int first = many ? isYours ? FIRST_ROWS : FIRST_ROWS_OF_PLAN : rows.size();
        page.element(
                "ul",
                () -> {
                    rows.stream().limit(first).forEach(row -> row(row, isYours));
                    if (many) {
                        int more = rows.size() - first - 1;
                        String units = more == 1 ? unit : unit + "s";
                        page.element("li", String.format(Locale.ROOT, "… %,d more %s …", more, units), "class", "more");
                        row(rows.getLast(), isYours);
                    }
                },
                "class",
                "rows");
        if (isYours && timeline.spans().size() < timeline.spanCount()) {
            page.element(
                    "p",
                    String.format(
                            Locale.ROOT,
                            "Drawn: the first %,d of %,d.",
                            timeline.spans().size(),
                            timeline.spanCount()),
                    "class",
                    "note");
        }
    }

    private void row(ChartRow row, boolean isYours) {
        page.element("li", () -> {
            page.element(
                    "span",
                    () -> {
                        page.element("span", row.label(), "class", "name");
                        if (!row.label().startsWith(row.kind())) {
                            page.text(" ").element("span", row.kind(), "class", "kind");
                        }
                    },
                    "class",
                    "who");
            drawing(ROW_HEIGHT, () -> {
                grid(isYours);
                row.bars().forEach(this::bar);
            });
        });
    }

    private void drawing(int height, Runnable content) {
        page.element("svg", content, "width", "100%", "height", String.valueOf(height), "class", "plot");
    }

    private void grid(boolean isYours) {
        expected.filter(due -> isYours && makespan > due).ifPresent(due -> {
            page.element("rect", () -> {}, attributes("overtime", due, Math.max(makespan, due), 0, ROW_HEIGHT));
        });
        for (TimeScale.Tick tick : ticks) {
            vertical("tick", tick.at());
        }
        expected.ifPresent(due -> vertical("due", due));
    }

    private void vertical(String name, long at) {
        String x = scale.percent(at);
        page.element("line", () -> {}, "class", name, "x1", x, "x2", x, "y1", "0", "y2", "100%");
    }

    /** However short, it is to be seen. */
    private String[] attributes(String name, long start, long end, int y, int height) {
        long width = Math.max(end - start, Math.ceilDiv(scale.total(), SHORTEST));
        long left = Math.max(0, Math.min(start, scale.total() - width));
        return new String[] {
            "class",
            name,
            "x",
            scale.percent(left),
            "width",
            scale.percent(width),
            "y",
            String.valueOf(y),
            "height",
            String.valueOf(height)
        };
    }

    private void bar(Bar bar) {
        page.element(
                "g",
                () -> {
                    page.element("title", bar.inWords());
                    page.element("rect", () -> {}, attributes("body", bar.start(), bar.end(), 4, ROW_HEIGHT - 8));
                    label(bar);
                    bar.mishap().ifPresent(mishap -> mishap(mishap, bar.end()));
                },
                "class",
                "bar " + Bar.inWords(bar.kind()),
                "role",
                "img");
    }

    /** Writes on a bar only what will fit, since nobody can measure here how wide the page is shown. */
    private void label(Bar bar) {
        String label = bar.count() == 1 ? bar.label() : bar.count() + " × " + Bar.inWords(bar.kind());
        double part = scale.part(bar.end() - bar.start());
        int width = label.length() * LETTER + PADDING;
        if (width > part * WIDE) {
            return;
        }
        page.element(
                "svg",
                () -> page.element("text", label, "x", "6", "y", "17"),
                "x",
                scale.percent(bar.start()),
                "width",
                scale.percent(bar.end() - bar.start()),
                "class",
                width > part * NARROW ? "label wide" : "label",
                "aria-hidden",
                "true");
    }

    private void mishap(Bar.Mishap mishap, long end) {
        page.element(
                "svg",
                () -> {
                    page.element("rect", () -> {}, "x", "-13", "y", "4", "width", "13", "height", "18");
                    page.element("text", mishap.mark, "x", "-6.5", "y", "17");
                },
                "x",
                scale.percent(end),
                "class",
                "mishap " + mishap.name().toLowerCase(Locale.ROOT),
                "aria-hidden",
                "true");
    }

    private void expectedLength(long due) {
        heading("expected", Times.ofNanos(due), "due");
        page.element(
                "ul",
                () -> page.element("li", () -> {
                    page.element("span", "the whole", "class", "who");
                    drawing(ROW_HEIGHT, () -> {
                        grid(false);
                        page.element(
                                "g",
                                () -> {
                                    page.element("title", "expected: no more than " + Times.ofNanos(due) + " in all");
                                    page.element("rect", () -> {}, attributes("body", 0, due, 4, ROW_HEIGHT - 8));
                                },
                                "class",
                                "bar whole",
                                "role",
                                "img");
                    });
                }),
                "class",
                "rows");
    }

    private void axis() {
        page.element(
                "div",
                () -> {
                    page.element("span", () -> {}, "class", "who");
                    drawing(
                            18,
                            () -> ticks.forEach(tick -> page.element(
                                    "text",
                                    tick.label(),
                                    "x",
                                    scale.percent(tick.at()),
                                    "y",
                                    "13",
                                    "class",
                                    tick.at() == 0 ? "first" : scale.part(tick.at()) > 0.93 ? "last" : "")));
                },
                "class",
                "axis",
                "aria-hidden",
                "true");
    }

    // ---- how much was under way
    // --------------------------------------------------------------------------------------

    private void curve() {
        if (bars.size() < 2 || timeline.spans().size() < timeline.spanCount()) {
            return;
        }
        SortedMap<Long, Integer> yours = inFlight(bars);
        SortedMap<Long, Integer> planned = inFlight(planned());
        int peak = peak(yours);
        int best = peak(planned);
        int top = Math.max(1, Math.max(peak, best));
        String spoken = underWay() + ": yours at most " + peak + (best == 0 ? "" : ", expected at most " + best);
        page.element(
                "div",
                () -> {
                    page.element(
                            "span",
                            () -> {
                                page.element("span", underWay(), "class", "name");
                                page.text(" ")
                                        .element(
                                                "span",
                                                "at most " + peak + (best > 0 && best != peak ? ", not " + best : ""),
                                                "class",
                                                "kind");
                            },
                            "class",
                            "who");
                    page.element(
                            "svg",
                            () -> {
                                page.element("title", spoken);
                                steps("yours " + colour(), yours, top);
                                if (best > 0) {
                                    steps("due", planned, top);
                                }
                            },
                            "class",
                            "plot curve",
                            "role",
                            "img",
                            "width",
                            "100%",
                            "height",
                            String.valueOf(CURVE_HEIGHT),
                            "viewBox",
                            "0 0 1000 100",
                            "preserveAspectRatio",
                            "none");
                },
                "class",
                "under-way");
    }

    private String underWay() {
        boolean waiting = bars.stream().anyMatch(bar -> bar.kind() == Span.Activity.WAITING);
        boolean computing = bars.stream().anyMatch(bar -> bar.kind() == Span.Activity.COMPUTING);
        return waiting && computing ? "under way" : waiting ? "in flight" : "cores in use";
    }

    private String colour() {
        return Bar.inWords(
                bars.stream().allMatch(bar -> bar.kind() == Span.Activity.COMPUTING)
                        ? Span.Activity.COMPUTING
                        : Span.Activity.WAITING);
    }

    private void steps(String name, SortedMap<Long, Integer> counts, int top) {
        StringBuilder path = new StringBuilder("M0 100");
        counts.forEach((at, count) ->
                path.append('H').append(scale.thousandths(at)).append('V').append(100 - 94 * count / top));
        page.element("path", () -> {}, "class", name, "d", path.toString());
    }

    private static SortedMap<Long, Integer> inFlight(List<Bar> bars) {
        SortedMap<Long, Integer> changes = new TreeMap<>();
        for (Bar bar : bars) {
            if (bar.end() > bar.start()) {
                changes.merge(bar.start(), 1, Integer::sum);
                changes.merge(bar.end(), -1, Integer::sum);
            }
        }
        int now = 0;
        for (SortedMap.Entry<Long, Integer> change : changes.entrySet()) {
            now += change.getValue();
            change.setValue(now);
        }
        return changes;
    }

    private static int peak(SortedMap<Long, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    // ---- in words
    // ----------------------------------------------------------------------------------------------------

    private void legend() {
        Set<Span.Activity> kinds = bars.stream()
                .map(Bar::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Span.Activity.class)));
        Set<Bar.Mishap> mishaps = bars.stream()
                .flatMap(bar -> bar.mishap().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Bar.Mishap.class)));
        page.element(
                "span",
                () -> {
                    kinds.forEach(kind -> key(Bar.inWords(kind), "", Bar.inWords(kind)));
                    mishaps.forEach(mishap -> key(mishap.name().toLowerCase(Locale.ROOT), mishap.mark, mishap.inWords));
                },
                "class",
                "legend");
    }

    private void key(String name, String mark, String meaning) {
        page.element(
                "span",
                () -> {
                    page.element("span", mark, "class", "key " + name, "aria-hidden", "true");
                    page.text(meaning);
                },
                "class",
                "entry");
    }

    private void table() {
        page.element(
                "details",
                () -> {
                    page.element("summary", "The same as a table");
                    page.element(
                            "div",
                            () -> page.element("table", this::tableContent),
                            "class",
                            "scrolling",
                            "tabindex",
                            "0",
                            "role",
                            "group",
                            "aria-label",
                            "Table: " + timeline.caption());
                    if (timeline.spanCount() > TABLE_ROWS) {
                        page.element(
                                "p",
                                String.format(
                                        Locale.ROOT, "%,d more are in report.json.", timeline.spanCount() - TABLE_ROWS),
                                "class",
                                "note");
                    }
                },
                "class",
                "as-table");
    }

    private void tableContent() {
        page.element(
                "thead",
                () -> page.element(
                        "tr",
                        () -> List.of("what", "thread", "did", "from", "to", "end")
                                .forEach(name -> page.element("th", name, "scope", "col"))));
        page.element("tbody", () -> timeline.spans().stream().limit(TABLE_ROWS).forEach(this::tableRow));
    }

    private void tableRow(ReportedSpan span) {
        Bar bar = Bar.of(span);
        page.element("tr", () -> {
            page.element("th", span.label(), "scope", "row");
            page.element("td", span.thread());
            page.element("td", Bar.inWords(bar.kind()));
            page.element("td", Times.ofNanos(bar.start()));
            page.element("td", Times.ofNanos(bar.end()));
            page.element("td", bar.mishap().map(mishap -> mishap.inWords).orElse("done"));
        });
    }
}
