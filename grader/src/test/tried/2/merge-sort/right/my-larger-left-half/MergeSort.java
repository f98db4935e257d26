// Idea: the left half has the odd element.
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
    private static final class Half<T> extends RecursiveAction {
        private final T[] array;
        private final T[] buffer;
        private final int from;
        private final int to;
        private final Comparator<? super T> order;
        private final int threshold;
        Half(T[] array, T[] buffer, int from, int to, Comparator<? super T> order, int threshold) {
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
            int middle = from + Math.ceilDiv(to - from, 2);
            Half<T> left = new Half<>(array, buffer, from, middle, order, threshold);
            left.fork();
            new Half<>(array, buffer, middle, to, order, threshold).compute();
            left.join();
            System.arraycopy(array, from, buffer, from, middle - from);
            int a = from;
            int b = middle;
            for (int k = from; a < middle; k++) {
                array[k] = b == to || order.compare(buffer[a], array[b]) <= 0 ? buffer[a++] : array[b++];
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
        try (var pool = new ForkJoinPool(workers)) {
            pool.invoke(new Half<>(array, array.clone(), 0, array.length, order, threshold));
        }
    }
}
