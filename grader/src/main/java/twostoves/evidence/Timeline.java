package twostoves.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run did with its time: every span, and how long the whole took.
 *
 * <p>All times are virtual nanoseconds since the run began.
 *
 * @param spans the spans, by start, then by item
 * @param makespan when the learner's method returned or threw; for a run that never did, when nothing could move any more
 */
public record Timeline(List<Span> spans, long makespan) {

    private static final Comparator<Span> BY_START =
            Comparator.comparingLong(Span::start).thenComparingLong(Span::item).thenComparing(Span::label);

    /** Creates a timeline; the spans may come in any order. */
    public Timeline {
        spans = spans.stream().sorted(BY_START).toList();
    }

    /**
     * Counts what was under way at the same time, over time.
     *
     * @return for each instant at which the count changes, the count from then on; starts empty, ends with a 0
     */
    public SortedMap<Long, Integer> inFlight() {
        SortedMap<Long, Integer> changes = new TreeMap<>();
        for (Span span : spans) {
            if (span.length() > 0) {
                changes.merge(span.start(), 1, Integer::sum);
                changes.merge(span.end(), -1, Integer::sum);
            }
        }
        int now = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            now += change.getValue();
            change.setValue(now);
        }
        return changes;
    }

    /**
     * Finds the largest number of spans under way at the same time.
     *
     * @return the peak of {@link #inFlight()}; 0 without spans
     */
    public int maxInFlight() {
        return inFlight().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /**
     * Adds up all spans: the time one thread on one core would take.
     *
     * @return the work, in virtual nanoseconds
     */
    public long work() {
        return spans.stream().mapToLong(Span::length).sum();
    }

    /**
     * Finds the longest chain of spans that had to follow one another because one thread did them all: no number of cores
     * could have made this decomposition faster.
     *
     * @return the span of the decomposition, in virtual nanoseconds; 0 without spans
     */
    public long span() {
        return byThread().values().stream()
                .mapToLong(own -> own.stream().mapToLong(Span::length).sum())
                .max()
                .orElse(0);
    }

    /**
     * Groups the spans by thread.
     *
     * @return the spans of each thread, in order of time; the threads in order of their first span
     */
    public Map<ThreadIdentity, List<Span>> byThread() {
        return spans.stream().collect(Collectors.groupingBy(Span::thread, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Tells which items each thread took.
     *
     * @return the ownership of items
     */
    public Ownership ownership() {
        Map<ThreadIdentity, List<Long>> items = new LinkedHashMap<>();
        for (Span span : spans) {
            if (span.ending() != Span.Ending.PREEMPTED) {
                items.computeIfAbsent(span.thread(), thread -> new ArrayList<>())
                        .add(span.item());
            }
        }
        return new Ownership(items);
    }
}
