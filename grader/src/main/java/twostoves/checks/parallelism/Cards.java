package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import twostoves.simulation.Simulation;

/**
 * Elements to sort, and a record of how they were compared. Good for one run.
 *
 * <p>The record tells the shape of the sort. A comparison of two cards belongs to the smallest of the halves, quarters and
 * so on in which both of them stood at first, because only the merge into that part compares them.
 */
final class Cards {

    /** What one comparison costs: one virtual millisecond of one core. */
    static final Duration COST = Duration.ofMillis(1);

    /**
     * An element.
     *
     * @param place where it stood at first
     * @param rank what it is sorted by
     */
    record Card(int place, int rank) {
        @Override
        public String toString() {
            return Integer.toString(rank);
        }
    }

    /**
     * A comparison.
     *
     * @param from the smaller of the places of the two cards
     * @param to the larger one
     * @param start virtual nanoseconds since the run began
     * @param pool the pool whose worker compared, if it was one
     */
    private record Comparison(int from, int to, long start, Optional<ForkJoinPool> pool) {}

    private final Card[] array;
    private final List<Card> sorted;
    private final Queue<Comparison> comparisons = new ConcurrentLinkedQueue<>();

    private Cards(Card[] array) {
        this.array = array;
        this.sorted =
                Stream.of(array).sorted(Comparator.comparingInt(Card::rank)).toList();
    }

    static Cards of(int count, IntUnaryOperator ranks) {
        return new Cards(IntStream.range(0, count)
                .mapToObj(place -> new Card(place, ranks.applyAsInt(place)))
                .toArray(Card[]::new));
    }

    /** The same cards as they were at first, and nothing compared yet. */
    Cards afresh() {
        return new Cards(
                sorted.stream().sorted(Comparator.comparingInt(Card::place)).toArray(Card[]::new));
    }

    /** What is to be sorted, in place. */
    Card[] array() {
        return array;
    }

    int size() {
        return array.length;
    }

    /** An order by rank that charges each comparison and takes it down. */
    Comparator<Card> order(Simulation simulation) {
        return (left, right) -> {
            int from = Math.min(left.place(), right.place());
            int to = Math.max(left.place(), right.place());
            Optional<ForkJoinPool> pool = Thread.currentThread() instanceof ForkJoinWorkerThread worker
                    ? Optional.of(worker.getPool())
                    : Optional.empty();
            comparisons.add(new Comparison(from, to, simulation.now(), pool));
            simulation.compute(left + ":" + right, (long) from * array.length + to, COST);
            return Integer.compare(left.rank(), right.rank());
        };
    }

    // ---- what came of it -----------------------------------------------------------------------------------------

    boolean isSorted() {
        return List.of(array).equals(sorted);
    }

    /** Whether the ranks are in order, and only cards of equal rank have changed places. */
    boolean isSortedButUnstable() {
        List<Card> actual = List.of(array);
        return !actual.equals(sorted)
                && actual.stream()
                        .map(Card::rank)
                        .toList()
                        .equals(sorted.stream().map(Card::rank).toList())
                && actual.stream().distinct().count() == array.length;
    }

    /** The first two cards of equal rank that have changed places, in words. */
    String changedPlaces() {
        List<Card> actual = List.of(array);
        int at = 0;
        while (actual.get(at).equals(sorted.get(at))) {
            at++;
        }
        return "rank " + sorted.get(at).rank() + " from place " + sorted.get(at).place()
                + " now stands behind one from place " + actual.get(at).place();
    }

    // ---- how it was done -----------------------------------------------------------------------------------------

    int compared() {
        return comparisons.size();
    }

    /** The pools whose workers compared. */
    List<ForkJoinPool> pools() {
        return comparisons.stream()
                .flatMap(comparison -> comparison.pool().stream())
                .distinct()
                .toList();
    }

    /** How many comparisons were made by no worker of a fork/join pool. */
    long outsidePools() {
        return comparisons.stream()
                .filter(comparison -> comparison.pool().isEmpty())
                .count();
    }

    /**
     * Finds the longest chain of comparisons that must follow one another: those of the merge into the whole, and before
     * them those of the half that takes longer, and so on. Only for sizes that can be halved until they are parts.
     *
     * @param largestPart the size of a part that is not cut any more
     * @return virtual nanoseconds
     */
    long span(int largestPart) {
        return COST.toNanos() * span(0, array.length, largestPart);
    }

    private long span(int from, int to, int largestPart) {
        if (to - from <= largestPart) {
            return comparisons.stream()
                    .filter(comparison -> comparison.from() >= from && comparison.to() < to)
                    .count();
        }
        int middle = (from + to) / 2;
        return merging(from, middle, to).size()
                + Math.max(span(from, middle, largestPart), span(middle, to, largestPart));
    }

    private List<Comparison> merging(int from, int middle, int to) {
        return comparisons.stream()
                .filter(comparison -> comparison.from() >= from
                        && comparison.from() < middle
                        && comparison.to() >= middle
                        && comparison.to() < to)
                .toList();
    }

    /**
     * Whether the halves were merged when one of them had hardly been begun. Cards next to the middle are left out of it, in
     * case the middle is one further than it should be.
     */
    boolean isMergedTooEarly() {
        int middle = array.length / 2;
        long begun = comparisons.stream()
                .filter(comparison -> comparison.from() < middle - 2 && comparison.to() >= middle + 2)
                .mapToLong(Comparison::start)
                .min()
                .orElse(Long.MAX_VALUE);
        List<Comparison> before = comparisons.stream()
                .filter(comparison -> comparison.start() < begun)
                .toList();
        long left =
                before.stream().filter(comparison -> comparison.to() < middle).count();
        long right = before.stream()
                .filter(comparison -> comparison.from() >= middle)
                .count();
        return Math.min(left, right) < array.length / 4;
    }

    /** Whether every part was merged of halves: nothing within one of them is compared once the merge has begun. */
    boolean isMergedOfHalves(int largestPart) {
        return isMergedOfHalves(0, array.length, largestPart);
    }

    private boolean isMergedOfHalves(int from, int to, int largestPart) {
        if (to - from <= largestPart) {
            return true;
        }
        int middle = (from + to) / 2;
        List<Comparison> merging = merging(from, middle, to);
        long begun = merging.stream().mapToLong(Comparison::start).min().orElse(Long.MAX_VALUE);
        boolean before = comparisons.stream()
                .filter(comparison -> comparison.from() >= from && comparison.to() < to)
                .filter(comparison -> comparison.to() < middle || comparison.from() >= middle)
                .allMatch(comparison -> comparison.start() < begun);
        return before && isMergedOfHalves(from, middle, largestPart) && isMergedOfHalves(middle, to, largestPart);
    }

    // ---- what is due ---------------------------------------------------------------------------------------------

    /** How many parts there are when halves are cut until none is larger than the threshold. */
    static int parts(int size, int threshold) {
        return size <= threshold ? 1 : parts(size / 2, threshold) + parts(size - size / 2, threshold);
    }

    /**
     * Tells how many comparisons are enough: all passes of a plain sort of a part that is not cut, one for each element that
     * is merged, and half as many again to spare.
     */
    static int mostComparisons(int size, int threshold) {
        return size <= threshold
                ? size * size
                : mostComparisons(size / 2, threshold) + mostComparisons(size - size / 2, threshold) + size + size / 2;
    }
}
