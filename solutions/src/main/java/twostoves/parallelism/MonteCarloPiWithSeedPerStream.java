package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;

/**
 * Exercise 18 with one long task for each worker, which draws the number of the next stream and makes its generator then.
 *
 * <p>The seed of a stream is computed from the seed and the number of the stream, so a generator may be made anywhere and at
 * any time, also on another machine. Prefer it where there are very many streams. Neighbouring seeds go through a mixing
 * function first, as simple generators make similar numbers from them.
 */
public final class MonteCarloPiWithSeedPerStream implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException(
                    "samples: " + samples + ", streams: " + streams + ", workers: " + workers);
        }

        int count = (int) Math.min(streams, samples);
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var hits = new ArrayList<Future<Long>>();
            for (int i = 0; i < Math.min(workers, count); i++) {
                hits.add(pool.submit(() -> {
                    long own = 0;
                    for (int stream = next.getAndIncrement(); stream < count; stream = next.getAndIncrement()) {
                        own += counter.hits(generator(seed, stream), share(samples, streams, stream));
                    }
                    return own;
                }));
            }
            long sum = 0;
            for (Future<Long> some : hits) {
                sum += some.get();
            }
            return 4.0 * sum / samples;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static SplittableRandom generator(long seed, int stream) {
        long mixed = new SplittableRandom(seed).nextLong() + stream;
        return new SplittableRandom(new SplittableRandom(mixed).nextLong());
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
