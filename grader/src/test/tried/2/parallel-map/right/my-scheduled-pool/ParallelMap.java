// Idea: a scheduled pool is a pool, too.
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

public class ParallelMap implements ParallelMapContract {
    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(Math.min(workers, Math.max(1, items.size())));
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try {
            List<ScheduledFuture<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(pool.schedule(() -> {
                    if (failure.get() != null) {
                        return null;
                    }
                    try {
                        return f.apply(item);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                        return null;
                    }
                }, 0, TimeUnit.NANOSECONDS));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            if (failure.get() != null) {
                throw failure.get();
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
            pool.close();
        }
    }
}
