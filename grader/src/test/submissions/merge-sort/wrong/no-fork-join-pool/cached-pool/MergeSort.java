// Mistake: a cached pool has a thread for every task that waits.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.MergeSortContract;

public final class MergeSort implements MergeSortContract {

    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(array);
        Objects.requireNonNull(order);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException("workers and threshold must be at least 1");
        }

        try (ExecutorService pool = Executors.newCachedThreadPool()) {
            pool.submit(() -> sort(array, 0, array.length, order, threshold, pool)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void sort(T[] array, int from, int to, Comparator<? super T> order, int threshold, ExecutorService pool) {
        if (to - from <= threshold) {
            Arrays.sort(array, from, to, order);
            return;
        }
        int middle = from + (to - from) / 2;
        Future<?> first = pool.submit(() -> sort(array, from, middle, order, threshold, pool));
        sort(array, middle, to, order, threshold, pool);
        try {
            first.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        T[] half = Arrays.copyOfRange(array, from, middle);
        int left = 0;
        int right = middle;
        for (int i = from; left < half.length; i++) {
            boolean takeLeft = right == to || order.compare(half[left], array[right]) <= 0;
            array[i] = takeLeft ? half[left++] : array[right++];
        }
    }
}
