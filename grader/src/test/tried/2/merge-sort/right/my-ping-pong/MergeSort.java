// Idea: array and copy change roles from one level to the next, and nothing is copied back.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class MergeSort implements MergeSortContract {
    private static final class Part<T> extends RecursiveAction {
        private final T[] source;
        private final T[] target;
        private final int from;
        private final int to;
        private final Comparator<? super T> order;
        private final int threshold;
        /** Both arrays hold the same; the sorted part is to be in target. */
        Part(T[] source, T[] target, int from, int to, Comparator<? super T> order, int threshold) {
            this.source = source;
            this.target = target;
            this.from = from;
            this.to = to;
            this.order = order;
            this.threshold = threshold;
        }
        @Override
        protected void compute() {
            if (to - from <= threshold) {
                Arrays.sort(target, from, to, order);
                return;
            }
            int middle = (from + to) >>> 1;
            var right = new Part<>(target, source, middle, to, order, threshold);
            var left = new Part<>(target, source, from, middle, order, threshold);
            ForkJoinTask.invokeAll(List.of(left, right));
            for (int k = from, a = from, b = middle; k < to; k++) {
                target[k] = b == to || a < middle && order.compare(source[a], source[b]) <= 0 ? source[a++] : source[b++];
            }
        }
    }
    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(order);
        Objects.requireNonNull(array);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException();
        }
        ForkJoinPool pool = new ForkJoinPool(workers, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
        try {
            pool.invoke(new Part<>(array.clone(), array, 0, array.length, order, threshold));
        } finally {
            pool.close();
        }
    }
}
