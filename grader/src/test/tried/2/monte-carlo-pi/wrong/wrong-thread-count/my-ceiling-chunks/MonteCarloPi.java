// Mistake: shares of streams rounded up, so that nothing is left for the last workers (9 streams on 4 workers make 3 shares).
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
        int step = Math.ceilDiv(count, workers);
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int from = 0; from < count; from += step) {
                int first = from;
                int end = Math.min(count, from + step);
                tasks.add(() -> {
                    long hits = 0;
                    for (int s = first; s < end; s++) {
                        hits += counter.hits(new Random(seed + s), samples / count + (s < samples % count ? 1 : 0));
                    }
                    return hits;
                });
            }
            double hits = 0;
            for (var task : pool.invokeAll(tasks)) {
                hits += task.get();
            }
            return 4 * hits / samples;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
    }
}
