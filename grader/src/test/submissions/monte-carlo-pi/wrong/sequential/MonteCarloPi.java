// Mistake: all streams on the calling thread.
package twostoves.parallelism;

import java.util.Objects;
import java.util.SplittableRandom;
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
        SplittableRandom seeds = new SplittableRandom(seed);
        long hits = 0;
        for (int i = 0; i < count; i++) {
            hits += counter.hits(seeds.split(), share(samples, count, i));
        }
        return 4.0 * hits / samples;
    }

    private static long share(long samples, long count, int stream) {
        return samples / count + (stream < samples % count ? 1 : 0);
    }
}
