package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import twostoves.contract.MergeSortContract;

/**
 * Exercise 15 with {@code invokeAll}: fork, compute and join in one call, in the right order.
 *
 * <p>{@code ForkJoinTask.invokeAll(first, second)} forks the second task, runs the first itself and joins both. Prefer it:
 * there is no order of lines to get wrong. The tasks are lambdas here, and each merge copies the half it moves; that is
 * less code than a class of tasks with six fields, and more garbage.
 */
public final class MergeSortWithInvokeAll implements MergeSortContract {

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
            pool.invoke(ForkJoinTask.adapt(() -> sort(array, 0, array.length, order, threshold)));
        }
    }

    private static <T> void sort(T[] array, int from, int to, Comparator<? super T> order, int threshold) {
        if (to - from <= threshold) {
            Arrays.sort(array, from, to, order);
            return;
        }
        int middle = from + (to - from) / 2;
        ForkJoinTask.invokeAll(
                ForkJoinTask.adapt(() -> sort(array, from, middle, order, threshold)),
                ForkJoinTask.adapt(() -> sort(array, middle, to, order, threshold)));

        T[] half = Arrays.copyOfRange(array, from, middle);
        int left = 0;
        int right = middle;
        for (int i = from; left < half.length; i++) {
            // Of two equal elements the left one first, or the sort would not be stable.
            boolean takeLeft = right == to || order.compare(half[left], array[right]) <= 0;
            array[i] = takeLeft ? half[left++] : array[right++];
        }
    }
}
