// Idea: seeds a golden ratio apart, which is the step of SplittableRandom itself: each stream is one number ahead.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;

public final class MonteCarloPi implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException("samples " + samples + ", streams " + streams + ", workers " + workers);
        }
        int count = (int) Math.min(samples, streams);
        List<RandomGenerator> randoms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            randoms.add(new SplittableRandom(seed + i * 0x9e3779b97f4a7c15L));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                RandomGenerator random = randoms.get(i);
                long share = samples / count + (i < samples % count ? 1 : 0);
                parts.add(pool.submit(() -> counter.hits(random, share)));
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

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
