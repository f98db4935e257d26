// Idea: completable futures on an executor of its own.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
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

        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<CompletableFuture<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(CompletableFuture.supplyAsync(() -> {
                    if (failure.get() != null) {
                        return null;
                    }
                    try {
                        return f.apply(item);
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                        return null;
                    }
                }, pool));
            }
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
            if (failure.get() != null) {
                throw original(failure.get());
            }
            List<R> results = new ArrayList<>();
            futures.forEach(future -> results.add(future.join()));
            return results;
        }
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
