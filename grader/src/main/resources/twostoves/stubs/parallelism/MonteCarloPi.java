package twostoves.parallelism;

import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;
import twostoves.kit.Todo;

/**
 * Exercise 18: estimate π with random numbers, and get the same estimate on any number of workers.
 *
 * <p>What is asked is in {@link MonteCarloPiContract}; the page is {@code docs/exercises/monte-carlo-pi.md}. Grade it with
 * {@code mvn test -Dkata=monte-carlo-pi}.
 */
public final class MonteCarloPi implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        throw new Todo();
    }
}
