// Mistake: every workers-th item for each worker: dealt out like cards, before anybody knows the costs.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

        Object[] results = new Object[items.size()];
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            int chunks = Math.min(workers, items.size());
            for (int c = 0; c < chunks; c++) {
                int chunk = c;
                pool.execute(() -> {
                    try {
                        for (int i = chunk; i < items.size() && failure.get() == null; i += chunks) {
                            results[i] = f.apply(items.get(i));
                        }
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }

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
