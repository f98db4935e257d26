package twostoves.contract;

import java.util.function.LongUnaryOperator;
import twostoves.kit.Range;

/**
 * Exercise 13, {@code sum-of-squares}: split a computation over a fixed number of workers, then combine their results.
 *
 * <p>Four workers on four cores finish a hundred numbers in the time of twenty-five. On one core nothing gets faster. This
 * is what {@code Pool(4).map} does in Python.
 */
public interface SumOfSquaresContract {

    /**
     * Adds up {@code square} of every number in the range.
     *
     * <ul>
     *   <li>Exactly {@code workers} platform threads compute, or one for each number where there are fewer numbers than
     *       workers. The calling thread may be one of them.
     *   <li>Each worker computes one chunk: neighbouring numbers, and as many as the others to within one.
     *   <li>The workers meet once each, not for every number: each adds up its own chunk by itself.
     *   <li>Each number is squared once, and nowhere else than on a worker.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param numbers the numbers to square; may be empty
     * @param workers how many threads compute; at least 1
     * @param square the function to apply; it costs processor time, never returns a negative number, and may be called from
     *     any number of threads at once
     * @return the exact sum; 0 for an empty range
     * @throws ArithmeticException if the sum exceeds {@link Long#MAX_VALUE}, rather than a wrong sum
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the sum is there may return it instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code workers} is less than 1
     * @throws NullPointerException if {@code numbers} or {@code square} is null
     * @throws RuntimeException if {@code square} threw one: the very exception it threw, not wrapped in another
     */
    long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException;
}
