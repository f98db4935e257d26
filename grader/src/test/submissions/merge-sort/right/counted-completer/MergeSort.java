// Idea: no join at all: whoever ends last merges.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import twostoves.contract.MergeSortContract;

public final class MergeSort implements MergeSortContract {

    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(array);
        Objects.requireNonNull(order);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException("workers and threshold must be at least 1");
        }

        try (ForkJoinPool pool = new ForkJoinPool(workers)) {
            pool.invoke(new Sort<>(null, array, 0, array.length, order, threshold));
        }
    }

    private static final class Sort<T> extends CountedCompleter<Void> {
        private final T[] array;
        private final int from;
        private final int to;
        private final Comparator<? super T> order;
        private final int threshold;

        Sort(CountedCompleter<?> parent, T[] array, int from, int to, Comparator<? super T> order, int threshold) {
            super(parent);
            this.array = array;
            this.from = from;
            this.to = to;
            this.order = order;
            this.threshold = threshold;
        }

        private int middle() {
            return (from + to) / 2;
        }

        @Override
        public void compute() {
            if (to - from <= threshold) {
                Arrays.sort(array, from, to, order);
            } else {
                setPendingCount(1);
                new Sort<>(this, array, from, middle(), order, threshold).fork();
                new Sort<>(this, array, middle(), to, order, threshold).compute();
                return;
            }
            tryComplete();
        }

        @Override
        public void onCompletion(CountedCompleter<?> caller) {
            if (to - from <= threshold) {
                return;
            }
            T[] half = Arrays.copyOfRange(array, from, middle());
            int left = 0;
            int right = middle();
            for (int i = from; left < half.length; i++) {
                boolean takeLeft = right == to || order.compare(half[left], array[right]) <= 0;
                array[i] = takeLeft ? half[left++] : array[right++];
            }
        }
    }
}
