// Mistake: a parallel stream over the streams.
package twostoves.parallelism;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;

public final class MonteCarloPi implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException("samples, streams and workers must be at least 1");
        }

        int count = (int) Math.min(streams, samples);
        return 4.0
                * IntStream.range(0, count)
                        .parallel()
                        .mapToLong(i -> counter.hits(new SplittableRandom(seed + i), share(samples, count, i)))
                        .sum()
                / samples;
    }

    private static long share(long samples, long count, int stream) {
        return samples / count + (stream < samples % count ? 1 : 0);
    }
}
