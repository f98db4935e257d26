// Mistake: the seed is shifted right by the number of the stream, so that far streams are alike.
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
        
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, count))) {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int stream = i;
                long share = samples / count + (i < samples % count ? 1 : 0);
                tasks.add(() -> counter.hits(new Random(seed >> 4 * stream), share));
            }
            BigDecimal hits = BigDecimal.ZERO;
            for (var task : pool.invokeAll(tasks)) {
                hits = hits.add(BigDecimal.valueOf(task.get()));
            }
            return 4 * (hits.doubleValue() / samples);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
    }
}
