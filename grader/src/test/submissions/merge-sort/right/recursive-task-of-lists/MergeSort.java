// Idea: each task returns a sorted copy, and nothing is shared at all.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
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
            T[] sorted = pool.invoke(new Sorted<>(array.clone(), order, threshold));
            System.arraycopy(sorted, 0, array, 0, array.length);
        }
    }

    private static final class Sorted<T> extends RecursiveTask<T[]> {
        private final T[] own;
        private final Comparator<? super T> order;
        private final int threshold;

        Sorted(T[] own, Comparator<? super T> order, int threshold) {
            this.own = own;
            this.order = order;
            this.threshold = threshold;
        }

        @Override
        protected T[] compute() {
            if (own.length <= threshold) {
                Arrays.sort(own, order);
                return own;
            }
            int middle = own.length / 2;
            Sorted<T> first = new Sorted<>(Arrays.copyOfRange(own, 0, middle), order, threshold);
            Sorted<T> second = new Sorted<>(Arrays.copyOfRange(own, middle, own.length), order, threshold);
            first.fork();
            T[] right = second.compute();
            T[] left = first.join();
            int l = 0;
            int r = 0;
            for (int i = 0; i < own.length; i++) {
                boolean takeLeft = l < left.length && (r == right.length || order.compare(left[l], right[r]) <= 0);
                own[i] = takeLeft ? left[l++] : right[r++];
            }
            return own;
        }
    }
}
