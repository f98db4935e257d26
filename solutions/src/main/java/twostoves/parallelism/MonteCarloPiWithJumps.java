package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import twostoves.contract.MonteCarloPiContract;
import twostoves.kit.HitCounter;

/**
 * Exercise 18 with a generator that can jump: the streams are stretches of one and the same sequence, each 2<sup>128</sup>
 * numbers behind the one before.
 *
 * <p>That they do not overlap is then certain, where with split generators it is only most likely. Prefer it for serious
 * simulations. The tasks are handed over together, with {@code invokeAll}.
 */
public final class MonteCarloPiWithJumps implements MonteCarloPiContract {

    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers)
            throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException(
                    "samples: " + samples + ", streams: " + streams + ", workers: " + workers);
        }

        List<RandomGenerator> generators = RandomGeneratorFactory.<JumpableGenerator>of("Xoshiro256PlusPlus")
                .create(seed)
                .jumps(Math.min(streams, samples))
                .toList();
        var tasks = new ArrayList<Callable<Long>>();
        for (int stream = 0; stream < generators.size(); stream++) {
            RandomGenerator random = generators.get(stream);
            long share = share(samples, streams, stream);
            tasks.add(() -> counter.hits(random, share));
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            long sum = 0;
            for (Future<Long> hits : pool.invokeAll(tasks)) {
                sum += hits.get();
            }
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
