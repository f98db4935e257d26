package twostoves.contract;

import twostoves.kit.HitCounter;

/**
 * Exercise 18, {@code monte-carlo-pi}: a simulation with random numbers whose result can be had again, on however many
 * workers.
 *
 * <p>Of points drawn evenly from a square, π/4 fall into the quarter circle. The points are drawn in a number of independent
 * streams. How many streams there are belongs to the problem; how many workers there are belongs to the machine, and must
 * not show in the result.
 */
public interface MonteCarloPiContract {

    /**
     * Estimates π.
     *
     * <ul>
     *   <li>The samples are divided among {@code streams} streams, or among as many streams as there are samples if those are
     *       fewer: none is lost, none is added, and no stream has more than another by more than one.
     *   <li>{@code counter} is called once for each stream, with a generator that is made for this stream alone, from {@code
     *       seed} and the number of the stream and from nothing else: neither from the clock nor from the number of workers
     *       nor from which worker it is. No two streams draw the same numbers.
     *   <li>The same samples, streams and seed give the same estimate, to the last bit, for every number of workers. Another
     *       seed gives other random numbers.
     *   <li>{@code workers} platform threads compute at a time, or one for each stream where there are fewer; never more. The
     *       calling thread may be one of them. No thread is made for the sake of a single stream. Where all streams are of
     *       one size, no worker has to count more than the streams divided by the workers, rounded up.
     *   <li>Nothing this call has started is still running when it returns or throws: no thread, no pool.
     * </ul>
     *
     * @param samples how many points to draw; at least 1
     * @param streams how many independent streams draw them; at least 1
     * @param seed where all random numbers begin; any number
     * @param counter draws and counts; it costs processor time
     * @param workers how many threads compute; at least 1
     * @return four times the hits of all streams, divided by {@code samples}; to within 10<sup>-12</sup>, as this may be
     *     computed in different orders
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until the estimate is there may return it instead, with the thread's interrupt flag still set
     * @throws IllegalArgumentException if {@code samples}, {@code streams} or {@code workers} is less than 1
     * @throws NullPointerException if {@code counter} is null
     * @throws RuntimeException if {@code counter} threw one: the very exception it threw, not wrapped in another
     */
    double estimate(long samples, int streams, long seed, HitCounter counter, int workers) throws InterruptedException;
}
