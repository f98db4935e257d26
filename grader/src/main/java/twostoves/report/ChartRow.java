package twostoves.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;

/**
 * A row of a drawing: a thread, or a lane of a plan.
 *
 * @param label its name
 * @param kind what kind of thread it is; empty for a lane
 * @param bars what it did, by start
 */
record ChartRow(String label, String kind, List<Bar> bars) {

    private static final int MOST_BARS = 24;
    private static final int FINEST_GAP = 200;

    ChartRow {
        bars = List.copyOf(bars);
    }

    /** A row for each thread, in the order in which they began. */
    static List<ChartRow> ofThreads(List<ReportedSpan> spans) {
        Map<String, List<ReportedSpan>> byThread = spans.stream()
                .collect(Collectors.groupingBy(ReportedSpan::thread, LinkedHashMap::new, Collectors.toList()));
        List<ChartRow> rows = new ArrayList<>();
        byThread.forEach((thread, own) -> rows.add(new ChartRow(
                thread,
                inWords(own.getFirst().threadKind()),
                own.stream().map(Bar::of).toList())));
        return rows;
    }

    /** A row for each lane, in the order of their numbers; places and workers are each counted from 1. */
    static List<ChartRow> ofPlan(List<ReportedPiece> pieces) {
        Map<Integer, List<ReportedPiece>> byLane =
                pieces.stream().collect(Collectors.groupingBy(ReportedPiece::lane, TreeMap::new, Collectors.toList()));
        boolean isOneEach = byLane.size() == pieces.size();
        List<ChartRow> rows = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        byLane.forEach((lane, own) -> {
            String place = place(own.getFirst().kind());
            int number = counts.merge(place, 1, Integer::sum);
            rows.add(new ChartRow(
                    isOneEach ? own.getFirst().label() : place + " " + number,
                    "",
                    own.stream().map(Bar::of).toList()));
        });
        return rows;
    }

    private static String place(Span.Activity activity) {
        return activity == Span.Activity.COMPUTING ? "worker" : "place";
    }

    private static String inWords(ThreadIdentity.Kind kind) {
        return switch (kind) {
            case CALLER, PLATFORM -> "platform";
            case VIRTUAL -> "virtual";
            case COMMON_POOL -> "common pool";
        };
    }

    boolean isCrowded() {
        return bars.size() > MOST_BARS;
    }

    /**
     * Joins bars, so that few are left.
     *
     * @param total the length of the whole drawing, in virtual nanoseconds
     */
    ChartRow joined(long total) {
        List<Bar> joined = Bar.joined(bars, 0);
        return new ChartRow(label, kind, joined.size() > MOST_BARS ? Bar.joined(joined, total / FINEST_GAP) : joined);
    }
}
