package twostoves.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import twostoves.kit.Range;

/**
 * Which thread took which items, each in the order it took them.
 *
 * @param items the items of each thread
 */
public record Ownership(Map<ThreadIdentity, List<Long>> items) {

    /** Creates an ownership map; copies what it is given. */
    public Ownership {
        Map<ThreadIdentity, List<Long>> copy = new LinkedHashMap<>();
        items.forEach((thread, own) -> copy.put(thread, List.copyOf(own)));
        items = Collections.unmodifiableMap(copy);
    }

    /**
     * Counts the threads that took any item.
     *
     * @return the number of owners
     */
    public int owners() {
        return items.size();
    }

    /**
     * Joins the items of each thread into runs of neighbouring numbers.
     *
     * @return the chunks of each thread, in ascending order
     */
    public Map<ThreadIdentity, List<Range>> chunks() {
        Map<ThreadIdentity, List<Range>> chunks = new LinkedHashMap<>();
        items.forEach((thread, own) -> chunks.put(thread, runs(own)));
        return chunks;
    }

    private static List<Range> runs(List<Long> own) {
        List<Range> runs = new ArrayList<>();
        for (long item : new TreeSet<>(own)) {
            if (!runs.isEmpty() && runs.getLast().to() == item) {
                runs.set(runs.size() - 1, new Range(runs.getLast().from(), item + 1));
            } else {
                runs.add(new Range(item, item + 1));
            }
        }
        return runs;
    }

    /**
     * Finds the items that were taken more than once, by one thread or by several.
     *
     * @return the repeated items, in ascending order
     */
    public Set<Long> repeated() {
        Set<Long> seen = new HashSet<>();
        Set<Long> repeated = new TreeSet<>();
        items.values()
                .forEach(own -> own.forEach(item -> {
                    if (!seen.add(item)) {
                        repeated.add(item);
                    }
                }));
        return repeated;
    }

    /**
     * Finds the items of a range that nobody took.
     *
     * @param whole what should have been taken
     * @return the missing items, in ascending order
     */
    public Set<Long> missing(Range whole) {
        Set<Long> seen = new HashSet<>();
        items.values().forEach(seen::addAll);
        Set<Long> missing = new TreeSet<>();
        for (long item = whole.from(); item < whole.to(); item++) {
            if (!seen.contains(item)) {
                missing.add(item);
            }
        }
        return missing;
    }
}
