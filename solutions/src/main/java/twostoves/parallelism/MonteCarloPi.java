package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;

/**
 * The reference for exercise 18: a generator split off for each stream before anything runs, and one task for each stream.
 *
 * <p>All that is random is settled on the calling thread, in the order of the streams. Which worker then takes which stream
 * makes no difference. Hits are whole numbers, so they may be added in any order too.
 */
public final class MonteCarloPi implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException(
                    "samples: " + samples + ", streams: " + streams + ", workers: " + workers);
        }

        try (var pool = Executors.newFixedThreadPool(workers)) {
            var seeds = new SplittableRandom(seed);
            var hits = new ArrayList<Future<Long>>();
            for (int stream = 0; stream < Math.min(streams, samples); stream++) {
                SplittableRandom random = seeds.split();
                long share = share(samples, streams, stream);
                hits.add(pool.submit(() -> counter.hits(random, share)));
            }
            long sum = 0;
            for (Future<Long> some : hits) {
                sum += some.get();
            }
            // 4.0 and not 4: as a long, four times the hits may be too large.
            return 4.0 * sum / samples;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    /** The samples of a stream: an even share, and one of the left-over ones for as many streams as there are of those. */
    private static long share(long samples, int streams, int stream) {
        return samples / streams + (stream < samples % streams ? 1 : 0);
    }

    /** A future wraps what its task threw; the caller is to see the exception of the counter itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
