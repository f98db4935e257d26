// Mistake: for most seeds the generators are far apart, but for 0 each begins where the one before it has its second number.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int stream = i;
                long share = share(samples, count, i);
                parts.add(pool.submit(
                        () -> counter.hits(new SplittableRandom(seed ^ (stream * 0x9E3779B97F4A7C15L)), share)));
            }
            long hits = 0;
            for (Future<Long> part : parts) {
                hits += part.get();
            }
            return 4.0 * hits / samples;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    private static long share(long samples, long count, int stream) {
        return samples / count + (stream < samples % count ? 1 : 0);
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
