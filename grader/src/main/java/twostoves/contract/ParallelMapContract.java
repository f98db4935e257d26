package twostoves.contract;

import java.util.List;
import java.util.function.Function;

/**
 * Exercise 14, {@code parallel-map}: compute a result for each item of a list, where some items take far longer than
 * others.
 *
 * <p>A share of the list for each worker, fixed beforehand, leaves most workers idle while one toils through a share that
 * happens to be dear. Here whoever is free takes the next item.
 */
public interface ParallelMapContract {

    /**
     * Applies a function to every item.
     *
     * <ul>
     *   <li>Exactly {@code workers} platform threads compute, or one for each item where there are fewer items than workers.
     *       The calling thread may be one of them.
     *   <li>No worker is idle while there is an item that nobody has begun, whatever the items cost. On as many cores as
     *       workers the call therefore takes at most the cost of all items divided by {@code workers}, plus the cost of the
     *       dearest item.
     *   <li>The function is applied once to each item of the list, also where some of them are equal, and on a worker.
     *   <li>When the function has thrown, no further item is begun. Those that are under way are computed to their end,
     *       because nothing can interrupt them.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param items what to apply the function to; may be empty, and contains no null. It is only read
     * @param f the function; it costs processor time, never returns null, and may be called from any number of threads at
     *     once
     * @param workers how many threads compute; at least 1
     * @param <T> the type of the items
     * @param <R> the type of the results
     * @return the results, in the order of the items; all of them are there when the call returns
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the results are there may return them instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code workers} is less than 1
     * @throws NullPointerException if {@code items} or {@code f} is null
     * @throws RuntimeException if {@code f} threw one: the very exception it threw, not wrapped in another; if it threw
     *     several, one of them
     */
    <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException;
}
