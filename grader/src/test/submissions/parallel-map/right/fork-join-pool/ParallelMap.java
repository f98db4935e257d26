// Idea: a fork/join pool of its own, with a task for each item.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
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
        try (ForkJoinPool pool = new ForkJoinPool(workers)) {
            List<ForkJoinTask<R>> tasks = new ArrayList<>();
            for (T item : items) {
                tasks.add(pool.submit(() -> {
                    if (failure.get() != null) {
                        return null;
                    }
                    try {
                        return f.apply(item);
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                        return null;
                    }
                }));
            }
            List<R> results = new ArrayList<>();
            for (ForkJoinTask<R> task : tasks) {
                results.add(task.get());
            }
            if (failure.get() != null) {
                throw original(failure.get());
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
