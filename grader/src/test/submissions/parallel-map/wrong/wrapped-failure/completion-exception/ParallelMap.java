// Mistake: what join throws is passed on as it is.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import twostoves.contract.ParallelMapContract;

public final class ParallelMap implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        AtomicBoolean failed = new AtomicBoolean();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<CompletableFuture<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(CompletableFuture.supplyAsync(() -> {
                    if (failed.get()) {
                        return null;
                    }
                    try {
                        return f.apply(item);
                    } catch (RuntimeException e) {
                        failed.set(true);
                        throw e;
                    }
                }, pool));
            }
            List<R> results = new ArrayList<>();
            futures.forEach(future -> results.add(future.join()));
            return results;
        }
    }
}
