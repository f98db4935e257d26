package twostoves.kit;

import java.util.random.RandomGenerator;

/**
 * Throws darts at a square and counts how many land in the quarter circle that fits into it.
 *
 * <p>May be called from any number of threads at once, each with a generator of its own. In a graded run each sample costs
 * simulated processor time.
 */
@FunctionalInterface
public interface HitCounter {

    /**
     * Draws points (x, y) with both coordinates from [0, 1), and counts those with x² + y² &lt; 1.
     *
     * @param random where the coordinates come from; used by this call alone while it lasts
     * @param samples how many points to draw; at least 1
     * @return how many were hits; on average π/4 of the samples
     */
    long hits(RandomGenerator random, long samples);
}
