// Idea: CompletableFuture with a pool of its own.
package twostoves.parallelism;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<CompletableFuture<Long>> parts = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> counter.hits(new SplittableRandom(seed + 1_000_003L * i), share(samples, count, i)), pool))
                    .toList();
            return parts.stream().mapToLong(CompletableFuture::join).sum() * 4.0 / samples;
        } catch (CompletionException e) {
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
