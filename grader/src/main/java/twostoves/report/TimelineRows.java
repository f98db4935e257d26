package twostoves.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.evidence.Span;

/** Distributes spans over lines: a line for each request; for computations, a line for each item or for each thread. */
final class TimelineRows {

    private static final int MOST_ITEMS_APART = 6;
    private static final int ITEMS_NAMED = 3;

    private final Glyphs glyphs;

    TimelineRows(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    List<TimelineRow> of(List<ReportedSpan> spans) {
        List<ReportedSpan> waiting = only(Span.Activity.WAITING, spans);
        List<ReportedSpan> computing = only(Span.Activity.COMPUTING, spans);
        boolean many = computing.stream().map(ReportedSpan::item).distinct().count() > MOST_ITEMS_APART;
        Function<ReportedSpan, Object> key = many ? ReportedSpan::thread : TimelineRows::itemAndLabel;
        return Stream.concat(
                        rows(
                                waiting,
                                TimelineRows::itemAndLabel,
                                own -> own.getFirst().label()),
                        rows(computing, key, this::itemsOf))
                .sorted(Comparator.comparing(
                        (TimelineRow row) -> row.spans().getFirst().start()))
                .toList();
    }

    private static List<ReportedSpan> only(Span.Activity activity, List<ReportedSpan> spans) {
        return spans.stream().filter(span -> span.kind() == activity).toList();
    }

    private static Object itemAndLabel(ReportedSpan span) {
        return List.of(span.item(), span.label());
    }

    private static Stream<TimelineRow> rows(
            List<ReportedSpan> spans, Function<ReportedSpan, Object> key, Function<List<ReportedSpan>, String> label) {
        return spans.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(own -> lanes(own).stream().map(lane -> new TimelineRow(label.apply(own), lane)));
    }

    /** Puts what overlaps on lines of its own: the same request sent twice, both at once, is two bars. */
    private static List<List<ReportedSpan>> lanes(List<ReportedSpan> spans) {
        List<List<ReportedSpan>> lanes = new ArrayList<>();
        for (ReportedSpan span : spans) {
            lanes.stream()
                    .filter(lane -> lane.getLast().end().compareTo(span.start()) <= 0)
                    .findFirst()
                    .orElseGet(() -> {
                        lanes.add(new ArrayList<>());
                        return lanes.getLast();
                    })
                    .add(span);
        }
        return lanes;
    }

    /** Names what was computed: {@code number 7}, or {@code numbers 0–24} where a thread computed neighbours. */
    private String itemsOf(List<ReportedSpan> spans) {
        Map<Long, String> labels = new TreeMap<>();
        spans.forEach(span -> labels.put(span.item(), span.label()));
        List<Long> items = List.copyOf(labels.keySet());
        List<String> names = List.copyOf(labels.values());
        boolean numbers = names.equals(items.stream().map(String::valueOf).toList());
        String kind = numbers ? names.size() == 1 ? "number " : "numbers " : "";
        boolean neighbours = items.getLast() - items.getFirst() == items.size() - 1;
        return kind + (neighbours && names.size() > 1 ? names.getFirst() + glyphs.dash + names.getLast() : some(names));
    }

    private String some(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(ITEMS_NAMED, names.size())));
        return names.size() > ITEMS_NAMED ? some + ", " + glyphs.ellipsis : some;
    }
}
