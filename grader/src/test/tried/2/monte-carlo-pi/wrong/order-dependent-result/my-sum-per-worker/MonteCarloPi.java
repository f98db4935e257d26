// Mistake: each worker adds up the fractions of its own streams, so that the rounding depends on the number of workers.
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
        int crew = Math.min(workers, count);
        try (var pool = Executors.newFixedThreadPool(crew)) {
            List<Callable<Double>> tasks = new ArrayList<>();
            for (int w = 0; w < crew; w++) {
                int from = count / crew * w + Math.min(w, count % crew);
                int to = from + count / crew + (w < count % crew ? 1 : 0);
                tasks.add(() -> {
                    double sum = 0;
                    for (int s = from; s < to; s++) {
                        long share = samples / count + (s < samples % count ? 1 : 0);
                        sum += 4.0 * counter.hits(new SplittableRandom(seed * 31 + s * 7919L), share) / samples;
                    }
                    return sum;
                });
            }
            double pi = 0;
            for (var task : pool.invokeAll(tasks)) {
                pi += task.get();
            }
            return pi;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
    }
}
