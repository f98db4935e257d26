// Mistake: the JDK sorts, on the calling thread.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import twostoves.contract.MergeSortContract;

public final class MergeSort implements MergeSortContract {

    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(array);
        Objects.requireNonNull(order);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException("workers and threshold must be at least 1");
        }

        Arrays.sort(array, order);
    }
}
