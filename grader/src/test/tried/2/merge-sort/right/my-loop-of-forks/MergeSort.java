// Idea: a loop forks the right half, keeps the left one, and so on; afterwards all are joined and merged from the smallest up.
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
        private final T[] array;
        private final int from;
        private final int to;
        private final Comparator<? super T> order;
        private final int threshold;
        Part(T[] array, int from, int to, Comparator<? super T> order, int threshold) {
            this.array = array;
            this.from = from;
            this.to = to;
            this.order = order;
            this.threshold = threshold;
        }
        @Override
        protected void compute() {
            Deque<Part<T>> forked = new ArrayDeque<>();
            int end = to;
            while (end - from > threshold) {
                int middle = (from + end) >>> 1;
                Part<T> right = new Part<>(array, middle, end, order, threshold);
                forked.push(right);
                right.fork();
                end = middle;
            }
            Arrays.sort(array, from, end, order);
            while (!forked.isEmpty()) {
                Part<T> right = forked.pop();
                right.join();
                merge(right.from, right.to);
            }
        }
        private void merge(int middle, int end) {
            T[] left = Arrays.copyOfRange(array, from, middle);
            for (int k = from, a = 0, b = middle; a < left.length; k++) {
                array[k] = b == end || order.compare(left[a], array[b]) <= 0 ? left[a++] : array[b++];
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
            pool.invoke(new Part<>(array, 0, array.length, order, threshold));
        }
    }
}
