// Mistake: as many permits as workers, and a thread for each item behind them.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
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

        Semaphore permits = new Semaphore(workers);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Object[] results = new Object[items.size()];
        for (int n = 0; n < items.size(); n++) {
            int i = n;
            permits.acquire();
            Thread.ofPlatform().start(() -> {
                try {
                    results[i] = f.apply(items.get(i));
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                } finally {
                    permits.release();
                }
            });
        }
        permits.acquire(workers);

        if (failure.get() != null) {
            throw original(failure.get());
        }
        return results(results);
    }

    @SuppressWarnings("unchecked")
    private static <R> List<R> results(Object[] results) {
        return (List<R>) Arrays.asList(results);
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
