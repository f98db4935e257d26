package twostoves.parallelism;

import java.util.Comparator;
import twostoves.contract.MergeSortContract;
import twostoves.kit.Todo;

/**
 * Exercise 15: sort an array by halves: fork one, sort the other, join, merge.
 *
 * <p>What is asked is in {@link MergeSortContract}; the page is {@code docs/exercises/merge-sort.md}. Grade it with
 * {@code mvn test -Dkata=merge-sort}.
 */
public final class MergeSort implements MergeSortContract {

    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        throw new Todo();
    }
}
