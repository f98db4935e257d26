package twostoves.races;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import twostoves.racewatch.Deed;
import twostoves.racewatch.Event;
import twostoves.racewatch.Recording;

/** What happened in a run, as a table: a column for each thread, a row for each step at something that they share. */
final class Story {

    private static final int MOST_ROWS = 16;
    private static final int MOST_COLUMNS = 4;
    private static final int GAP = 2;

    private Story() {}

    /** The table; empty if no two threads shared anything that is told. */
    static String of(Recording recording) {
        return of(recording.log(), recording.falseWakes());
    }

    /** The same of these events, after so many waits that returned for no reason. */
    static String of(List<Event> events, int falseWakes) {
        List<Row> rows = rows(shared(events));
        List<String> threads =
                rows.stream().map(Row::thread).distinct().limit(MOST_COLUMNS).toList();
        if (threads.size() < 2) {
            return "";
        }
        List<Row> shown = window(
                rows.stream().filter(row -> threads.contains(row.thread())).toList());
        String wakes = falseWakes == 0 ? "" : "In this run a wait returned without a notification, as Java allows.\n";
        return wakes + "What happened in this run, in order:\n" + table(threads, shown);
    }

    private record Row(String thread, String step) {}

    /** The events at objects that more than one thread has used. */
    private static List<Event> shared(List<Event> log) {
        Map<Object, Map<String, Boolean>> users = new IdentityHashMap<>();
        for (Event event : log) {
            users.computeIfAbsent(event.object(), any -> new HashMap<>()).put(event.thread(), true);
        }
        return log.stream()
                .filter(event -> users.get(event.object()).size() > 1)
                .toList();
    }

    /** A call is told with its result when it returns; what returns nothing that is told, when it begins. */
    private static List<Row> rows(List<Event> events) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            Object argument = event.returned() ? argument(events, i) : event.value();
            if (event.returned() || !returns(events, i)) {
                rows.add(new Row(event.thread(), step(event, argument)));
            }
        }
        return rows;
    }

    private static boolean returns(List<Event> events, int begun) {
        Event event = events.get(begun);
        return events.subList(begun + 1, events.size()).stream()
                .filter(later -> later.thread().equals(event.thread()))
                .findFirst()
                .filter(later -> later.returned() && later.site() == event.site())
                .isPresent();
    }

    private static Object argument(List<Event> events, int returned) {
        Event event = events.get(returned);
        return events.subList(0, returned).reversed().stream()
                .filter(earlier -> earlier.thread().equals(event.thread())
                        && earlier.site() == event.site()
                        && !earlier.returned())
                .findFirst()
                .map(Event::value)
                .orElse(null);
    }

    private static String step(Event event, Object argument) {
        String what = event.site().what();
        String line = " (line " + event.site().line() + ")";
        if (event.site().deed() == Deed.LOCK) {
            return (what.startsWith("synchronized") ? what : "locks") + line;
        }
        boolean isCall = event.returned() || Character.isLowerCase(last(what).charAt(0)) && isMethod(event);
        if (!isCall) {
            return (event.site().deed() == Deed.WRITE ? "writes " : "reads ") + last(what) + line;
        }
        String call = last(what) + "(" + (argument == null ? "" : argument) + ")";
        return call + (event.returned() ? " = " + event.value() : "") + line;
    }

    private static boolean isMethod(Event event) {
        return event.object().getClass().getName().startsWith("java.")
                || event.site().deed() == Deed.WAIT
                || event.site().deed() == Deed.NONE;
    }

    private static String last(String what) {
        return what.substring(what.lastIndexOf('.') + 1);
    }

    /** The rows around the first turn from one thread to another, if there are too many to show. */
    private static List<Row> window(List<Row> rows) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        int turn = 1;
        while (turn < rows.size() - 1
                && rows.get(turn).thread().equals(rows.get(turn - 1).thread())) {
            turn++;
        }
        int from = Math.clamp(turn - MOST_ROWS / 2L, 0, rows.size() - MOST_ROWS);
        return rows.subList(from, from + MOST_ROWS);
    }

    private static String table(List<String> threads, List<Row> rows) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (String thread : threads) {
            int widest = rows.stream()
                    .filter(row -> row.thread().equals(thread))
                    .mapToInt(row -> row.step().length())
                    .max()
                    .orElse(0);
            widths.put(thread, Math.max(widest, thread.length()) + GAP);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, Map.copyOf(threads.stream().collect(Collectors.toMap(name -> name, name -> name)))));
        rows.forEach(row -> lines.add(line(widths, Map.of(row.thread(), row.step()))));
        return String.join("\n", lines);
    }

    private static String line(Map<String, Integer> widths, Map<String, String> cells) {
        StringBuilder line = new StringBuilder("  ");
        Set<Map.Entry<String, Integer>> columns = widths.entrySet();
        for (Map.Entry<String, Integer> column : columns) {
            String cell = cells.getOrDefault(column.getKey(), "");
            line.append(cell).append(" ".repeat(column.getValue() - cell.length()));
        }
        return line.toString().stripTrailing();
    }
}
