// Mistake: a batch of as many items as workers, and the next one when all of them are done.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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

        List<R> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int from = 0; from < items.size(); from += workers) {
                List<Callable<R>> batch = new ArrayList<>();
                for (T item : items.subList(from, Math.min(from + workers, items.size()))) {
                    batch.add(() -> f.apply(item));
                }
                for (Future<R> future : pool.invokeAll(batch)) {
                    results.add(future.get());
                }
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return results;
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
