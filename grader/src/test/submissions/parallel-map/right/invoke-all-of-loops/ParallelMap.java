// Idea: invokeAll of as many loops as workers.
package twostoves.parallelism;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
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

        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> loops = Collections.nCopies(Math.min(workers, items.size()), () -> {
            int i;
            while ((i = next.getAndIncrement()) < items.size()) {
                try {
                    results.set(i, f.apply(items.get(i)));
                } catch (Throwable e) {
                    next.set(items.size());
                    throw e;
                }
            }
            return null;
        });
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (Future<Void> loop : pool.invokeAll(loops)) {
                loop.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return IntStream.range(0, items.size()).mapToObj(results::get).toList();
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
