// Mistake: a map from items to results: two equal items are one key, and only one of them is computed.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        Map<T, Future<R>> futures = new HashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (T item : items) {
                futures.computeIfAbsent(item, key -> pool.submit(() -> f.apply(key)));
            }
            List<R> results = new ArrayList<>();
            for (T item : items) {
                results.add(futures.get(item).get());
            }
            return results;
        } catch (ExecutionException e) {
            throw original(e.getCause());
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
