// Idea: a half that nobody has stolen is taken back and sorted without a detour.
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
    private record Sorter<T>(T[] array, Comparator<? super T> order, int threshold) {
        private RecursiveAction task(int from, int to) {
            return new RecursiveAction() {
                @Override
                protected void compute() {
                    sort(from, to);
                }
            };
        }
        private void sort(int from, int to) {
            if (to - from <= threshold) {
                Arrays.sort(array, from, to, order);
                return;
            }
            int middle = (from + to) >>> 1;
            RecursiveAction right = task(middle, to);
            right.fork();
            sort(from, middle);
            if (right.tryUnfork()) {
                sort(middle, to);
            } else {
                right.join();
            }
            T[] left = Arrays.copyOfRange(array, from, middle);
            for (int k = from, a = 0, b = middle; a < left.length; k++) {
                array[k] = b == to || order.compare(left[a], array[b]) <= 0 ? left[a++] : array[b++];
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
            pool.invoke(new Sorter<>(array, order, threshold).task(0, array.length));
        }
    }
}
