package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import twostoves.contract.MergeSortContract;

/**
 * The reference for exercise 15: a task that forks its left half, sorts its right half itself, joins and merges.
 *
 * <p>All tasks share the array and one buffer of the same length, and each uses the same places of both. So no two tasks
 * that run at the same time touch the same element, and nothing has to be allocated on the way down.
 */
public final class MergeSort implements MergeSortContract {

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
            // invoke() waits through interrupts and leaves the flag set.
            pool.invoke(new Sort<>(array, array.clone(), 0, array.length, order, threshold));
        }
    }

    /** Sorts the elements from {@code from} to {@code to}, excluded. */
    @SuppressWarnings("serial") // tasks can be serialised; nobody does it
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

        @Override
        protected void compute() {
            if (to - from <= threshold) {
                Arrays.sort(array, from, to, order);
                return;
            }
            int middle = from + (to - from) / 2;
            var left = new Sort<>(array, buffer, from, middle, order, threshold);
            var right = new Sort<>(array, buffer, middle, to, order, threshold);
            // The order of these three lines is the whole point: the other way round nothing would overlap.
            left.fork();
            right.compute();
            left.join();
            merge(middle);
        }

        private void merge(int middle) {
            System.arraycopy(array, from, buffer, from, middle - from);
            int left = from;
            int right = middle;
            // Once the left half is used up, what is left of the right one stands where it belongs.
            for (int i = from; left < middle; i++) {
                // Of two equal elements the left one first, or the sort would not be stable.
                boolean takeLeft = right == to || order.compare(buffer[left], array[right]) <= 0;
                array[i] = takeLeft ? buffer[left++] : array[right++];
            }
        }
    }
}
