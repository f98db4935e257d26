// Mistake: a parallel quicksort, which exchanges elements far apart.
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
                T pivot = array[(from + to) / 2];
                int i = from;
                int j = to - 1;
                while (i <= j) {
                    while (order.compare(array[i], pivot) < 0) {
                        i++;
                    }
                    while (order.compare(array[j], pivot) > 0) {
                        j--;
                    }
                    if (i <= j) {
                        T t = array[i];
                        array[i++] = array[j];
                        array[j--] = t;
                    }
                }
                invokeAll(new Part(from, j + 1), new Part(i, to));
            }
        }
        try (var pool = new ForkJoinPool(workers)) {
            pool.invoke(new Part(0, array.length));
        }
    }
}
