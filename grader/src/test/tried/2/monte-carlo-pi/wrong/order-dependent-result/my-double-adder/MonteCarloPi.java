// Mistake: each stream's part of the estimate goes into a DoubleAdder, which adds in any order.
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
        DoubleAdder pi = new DoubleAdder();
        SplittableRandom first = new SplittableRandom(seed);
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, count))) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                SplittableRandom random = first.split();
                long share = samples / count + (i < samples % count ? 1 : 0);
                tasks.add(() -> {
                    pi.add(4.0 * counter.hits(random, share) / samples);
                    return null;
                });
            }
            for (var task : pool.invokeAll(tasks)) {
                task.get();
            }
            return pi.sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
    }
}
