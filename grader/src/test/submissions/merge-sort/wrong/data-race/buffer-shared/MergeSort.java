// Mistake: all tasks use the same buffer, each from its beginning.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
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
            pool.invoke(new Sort<>(array, array.clone(), 0, array.length, order, threshold));
        }
    }

    private static final class Sort<T> extends RecursiveAction {
        private final T[] array;
        private final T[] buffer;
        private final int from;
        private final int to;
        private final Comparator<? super T> order;
        private final int threshold;

        Sort(T[] array, T[] buffer, int from, int to, Comparator<? super T> order, int threshold) {
            this.array = array;
            this.buffer = buffer;
            this.from = from;
            this.to = to;
            this.order = order;
            this.threshold = threshold;
        }

        private Sort<T> part(int first, int end) {
            return new Sort<>(array, buffer, first, end, order, threshold);
        }

        @Override
        protected void compute() {
            if (to - from <= threshold) {
                Arrays.sort(array, from, to, order);
                return;
            }
            int middle = (from + to) / 2;
            Sort<T> left = part(from, middle);
            Sort<T> right = part(middle, to);
            left.fork();
            right.compute();
            left.join();
            merge(middle);
        }

        private void merge(int middle) {
            int half = middle - from;
            System.arraycopy(array, from, buffer, 0, half);
            int left = 0;
            int right = middle;
            for (int i = from; left < half; i++) {
                boolean takeLeft = right == to || order.compare(buffer[left], array[right]) <= 0;
                array[i] = takeLeft ? buffer[left++] : array[right++];
            }
        }
    }
}
