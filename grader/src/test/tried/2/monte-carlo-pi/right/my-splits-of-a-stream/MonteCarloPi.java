// Idea: a stream of splits, made in order on the caller, and a recursive task of its own pool for each half of them.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class MonteCarloPi implements MonteCarloPiContract {
    @Override
    public double estimate(long samples, int streams, long seed, HitCounter counter, int workers) throws InterruptedException {
        Objects.requireNonNull(counter);
        if (samples < 1 || streams < 1 || workers < 1) {
            throw new IllegalArgumentException();
        }
        int count = (int) Math.min(samples, streams);
        RandomGenerator[] generators =
                new SplittableRandom(seed).splits(count).toArray(RandomGenerator[]::new);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        class Streams extends RecursiveTask<Long> {
            final int from;
            final int to;
            Streams(int from, int to) {
                this.from = from;
                this.to = to;
            }
            @Override
            protected Long compute() {
                if (to - from == 1) {
                    try {
                        return counter.hits(generators[from], samples / count + (from < samples % count ? 1 : 0));
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                        return 0L;
                    }
                }
                Streams right = new Streams((from + to) / 2, to);
                right.fork();
                return new Streams(from, right.from).compute() + right.join();
            }
        }
        try (ForkJoinPool pool = new ForkJoinPool(Math.min(workers, count))) {
            long hits = pool.submit(new Streams(0, count)).get();
            if (failure.get() instanceof RuntimeException e) {
                throw e;
            }
            if (failure.get() instanceof Error e) {
                throw e;
            }
            return 4.0 * ((double) hits / samples);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
