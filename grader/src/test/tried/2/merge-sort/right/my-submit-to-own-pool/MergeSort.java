// Idea: a half is submitted to the pool one is in, which is to fork it.
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
    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(order);
        Objects.requireNonNull(array);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException();
        }
        if (array.length <= threshold) {
            Arrays.sort(array, order);
            return;
        }
        ForkJoinPool pool = new ForkJoinPool(workers);
        try {
            pool.submit(() -> sort(pool, array, 0, array.length, order, threshold)).join();
        } finally {
            pool.close();
        }
    }
    private <T> void sort(ForkJoinPool pool, T[] array, int from, int to, Comparator<? super T> order, int threshold) {
        if (to - from <= threshold) {
            Arrays.sort(array, from, to, order);
            return;
        }
        int middle = from + (to - from) / 2;
        ForkJoinTask<?> right = pool.submit(() -> sort(pool, array, middle, to, order, threshold));
        sort(pool, array, from, middle, order, threshold);
        right.join();
        T[] left = Arrays.copyOfRange(array, from, middle);
        for (int k = from, a = 0, b = middle; a < left.length; k++) {
            array[k] = b == to || order.compare(left[a], array[b]) <= 0 ? left[a++] : array[b++];
        }
    }
}
