package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import twostoves.contract.ParallelMapContract;

/**
 * Exercise 14 with a task for each item: the queue of a fixed pool balances the load by itself.
 *
 * <p>The completion service hands over whichever task ends first, so that a failure is seen at once and not when its turn
 * comes; the futures, kept in a list, are read in the order of the items. Prefer this where the items are few and dear. Where
 * they are many and cheap, a task and a future for each of them cost more than the counter of {@link ParallelMap}.
 */
public final class ParallelMapWithCompletionService implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        try (var pool = Executors.newFixedThreadPool(workers)) {
            var ended = new ExecutorCompletionService<R>(pool);
            var futures = new ArrayList<Future<R>>();
            for (T item : items) {
                futures.add(ended.submit(() -> f.apply(item)));
            }
            try {
                for (int i = 0; i < futures.size(); i++) {
                    ended.take().get();
                }
            } catch (ExecutionException | InterruptedException e) {
                // Takes what has not begun out of the queue; close() then waits only for what is under way.
                pool.shutdownNow();
                throw e;
            }
            return futures.stream().map(Future::resultNow).toList();
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
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
