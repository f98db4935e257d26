package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import twostoves.contract.MergeSortContract;

/**
 * Exercise 15 without a join: whichever half is sorted last merges the two.
 *
 * <p>A task that joins occupies its worker while it waits, unless the worker finds something else to do. A
 * {@link CountedCompleter} never waits: it counts what is pending, and the last one to complete goes on with the parent. The
 * JDK sorts in parallel like this. Prefer it where the halves take very different times; it is harder to read.
 */
public final class MergeSortWithCompleter implements MergeSortContract {

    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(array);
        Objects.requireNonNull(order);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold must be at least 1: " + threshold);
        }

        try (var pool = new ForkJoinPool(workers)) {
            pool.invoke(new Sort<>(null, array, 0, array.length, order, threshold));
        }
    }

    /** Sorts the elements from {@code from} to {@code to}, excluded. */
    @SuppressWarnings("serial") // tasks can be serialised; nobody does it
    private static final class Sort<T> extends CountedCompleter<Void> {
        private final T[] array;
        private final int from;
        private final int to;
        private final Comparator<? super T> order;
        private final int threshold;

        Sort(CountedCompleter<?> whole, T[] array, int from, int to, Comparator<? super T> order, int threshold) {
            super(whole);
            this.array = array;
            this.from = from;
            this.to = to;
            this.order = order;
            this.threshold = threshold;
        }

        private boolean isSmall() {
            return to - from <= threshold;
        }

        private int middle() {
            return from + (to - from) / 2;
        }

        @Override
        public void compute() {
            if (isSmall()) {
                Arrays.sort(array, from, to, order);
                tryComplete();
                return;
            }
            // One pending besides the one that completes last: the first of the two halves to end only counts down.
            setPendingCount(1);
            new Sort<>(this, array, from, middle(), order, threshold).fork();
            new Sort<>(this, array, middle(), to, order, threshold).compute();
        }

        @Override
        public void onCompletion(CountedCompleter<?> last) {
            if (!isSmall()) {
                merge(middle());
            }
        }

        private void merge(int middle) {
            T[] half = Arrays.copyOfRange(array, from, middle);
            int left = 0;
            int right = middle;
            for (int i = from; left < half.length; i++) {
                boolean takeLeft = right == to || order.compare(half[left], array[right]) <= 0;
                array[i] = takeLeft ? half[left++] : array[right++];
            }
        }
    }
}
