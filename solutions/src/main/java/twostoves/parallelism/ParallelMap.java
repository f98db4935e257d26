package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import twostoves.contract.ParallelMapContract;

/**
 * The reference for exercise 14: as many loops as workers, and one counter that says which item is next.
 *
 * <p>Nobody has a share. Whoever is done with an item draws the next number, so a worker with a dear item simply draws
 * fewer of them. The counter is the only thing the workers meet at, once for each item.
 */
public final class ParallelMap implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        var next = new AtomicInteger();
        // Each result has a place of its own, so their order does not depend on who was ready first.
        var results = new AtomicReferenceArray<R>(items.size());
        Callable<Void> loop = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                try {
                    results.set(i, f.apply(items.get(i)));
                } catch (Throwable failure) {
                    next.set(items.size()); // nothing is left for the others to begin
                    throw failure;
                }
            }
            return null;
        };

        try (var pool = Executors.newFixedThreadPool(workers)) {
            var loops = new ArrayList<Future<Void>>();
            for (int i = 0; i < Math.min(workers, items.size()); i++) {
                loops.add(pool.submit(loop));
            }
            for (Future<Void> ended : loops) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
        return listOf(results);
    }

    private static <R> List<R> listOf(AtomicReferenceArray<R> results) {
        var list = new ArrayList<R>(results.length());
        for (int i = 0; i < results.length(); i++) {
            list.add(results.get(i));
        }
        return list;
    }

    /** A future wraps what its task threw; the caller is to see the exception of the function itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
