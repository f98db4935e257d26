// Idea: a generator is a lambda around an own Random with a mixed seed; Timer-like single executors, one for each worker.
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
        List<ExecutorService> crew =
                Stream.generate(Executors::newSingleThreadExecutor).limit(Math.min(workers, count)).toList();
        try {
            List<Future<Long>> hits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Random random = new Random(Objects.hash(seed, seed >>> 32, i) * 0x9e3779b97f4a7c15L + seed);
                long share = Math.floorDiv(samples - i + count - 1, count);
                hits.add(crew.get(i % crew.size()).submit(() -> counter.hits(random::nextLong, share)));
            }
            long all = 0;
            for (Future<Long> one : hits) {
                all += one.get();
            }
            return all / (double) samples * 4;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        } finally {
            crew.forEach(ExecutorService::shutdown);
            crew.forEach(ExecutorService::close);
        }
    }
}
