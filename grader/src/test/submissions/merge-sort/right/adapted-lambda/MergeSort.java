// Idea: a lambda made into a task.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
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
            pool.invoke(ForkJoinTask.adapt(() -> sort(array, 0, array.length, order, threshold)));
        }
    }

    private static <T> void sort(T[] array, int from, int to, Comparator<? super T> order, int threshold) {
        if (to - from <= threshold) {
            Arrays.sort(array, from, to, order);
            return;
        }
        int middle = from + (to - from) / 2;
        ForkJoinTask<?> first = ForkJoinTask.adapt(() -> sort(array, from, middle, order, threshold)).fork();
        sort(array, middle, to, order, threshold);
        first.join();
        T[] half = Arrays.copyOfRange(array, from, middle);
        int left = 0;
        int right = middle;
        for (int i = from; left < half.length; i++) {
            boolean takeLeft = right == to || order.compare(half[left], array[right]) <= 0;
            array[i] = takeLeft ? half[left++] : array[right++];
        }
    }
}
