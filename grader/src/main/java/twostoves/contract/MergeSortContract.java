package twostoves.contract;

import java.util.Comparator;
import java.util.concurrent.ForkJoinPool;

/**
 * Exercise 15, {@code merge-sort}: divide and conquer, with one half forked, the other sorted by the same thread, and then
 * joined.
 *
 * <p>Nobody counts out shares here. Each task cuts its part in two, gives one half away and keeps the other, until the parts
 * are small; the workers of the pool take from each other what they find.
 */
public interface MergeSortContract {

    /**
     * Sorts an array. The sort is stable: elements that are equal by the order keep the order in which they stood.
     *
     * <ul>
     *   <li>A part of the array with more than {@code threshold} elements is cut into two halves, whose sizes differ by at
     *       most one. One half is forked, that is, handed to the pool; the other is sorted by the thread that did so. When
     *       both are sorted they are merged, by comparing the first of what is left of each.
     *   <li>A part with {@code threshold} elements or fewer is sorted by one thread, and nothing is forked for it.
     *       {@code Arrays.sort} on that part will do.
     *   <li>So an array of n elements is forked as many times as it has such parts, less one. Nothing is sorted twice.
     *   <li>If there are more than {@code threshold} elements, all comparisons are made by workers of one
     *       {@link ForkJoinPool} of this call, whose parallelism is {@code workers}. It is not the common pool. An array with
     *       fewer may be sorted by the calling thread.
     *   <li>No lock keeps two halves from being sorted at the same time, and no two tasks write to the same element of an
     *       array at the same time: not of this one, and not of a buffer.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     *   <li>An interrupt of the calling thread does not end the sort; the interrupt flag is still set when it returns.
     * </ul>
     *
     * @param array what to sort, in place; may be empty. If the call throws, its elements may stand in any order
     * @param order the order; a comparison costs processor time, and may be made by any number of threads at once
     * @param workers the parallelism of the pool; at least 1
     * @param threshold the largest part that is sorted without forking; at least 1
     * @param <T> the type of the elements
     * @throws IllegalArgumentException if {@code workers} or {@code threshold} is less than 1
     * @throws NullPointerException if {@code array} or {@code order} is null
     * @throws RuntimeException if {@code order} threw one: that exception, or the copy that a fork/join task makes of it for
     *     another thread, which is of the same class and has the original for its cause
     */
    <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold);
}
