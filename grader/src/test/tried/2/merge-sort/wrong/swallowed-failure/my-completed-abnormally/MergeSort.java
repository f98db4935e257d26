// Mistake: whether the forked half ended abnormally is looked at and only printed.
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
        class Part extends RecursiveAction {
            final int from;
            final int to;
            Part(int from, int to) {
                this.from = from;
                this.to = to;
            }
            @Override
            protected void compute() {
                if (to - from <= threshold) {
                    Arrays.sort(array, from, to, order);
                    return;
                }
                int middle = (from + to) / 2;
                Part left = new Part(from, middle);
                left.fork();
                new Part(middle, to).compute();
                left.quietlyJoin();
                if (left.isCompletedAbnormally()) {
                    System.err.println("left half failed");
                    return;
                }
                T[] copy = Arrays.copyOfRange(array, from, middle);
                for (int k = from, a = 0, b = middle; a < copy.length; k++) {
                    array[k] = b == to || order.compare(copy[a], array[b]) <= 0 ? copy[a++] : array[b++];
                }
            }
        }
        try (var pool = new ForkJoinPool(workers)) {
            pool.invoke(new Part(0, array.length));
        }
    }
}
