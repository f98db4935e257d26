// Idea: as many chains of completable futures as workers; each link takes the next ticket.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class ParallelMap implements ParallelMapContract {
    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int count = Math.min(workers, items.size());
        if (count == 0) {
            return List.of();
        }
        AtomicInteger ticket = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<CompletableFuture<R>> results = Stream.<CompletableFuture<R>>generate(CompletableFuture::new).limit(items.size()).toList();
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            CompletableFuture<?>[] chains = IntStream.range(0, count)
                    .mapToObj(i -> chain(items, f, ticket, failure, results, pool))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(chains).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            ticket.set(items.size());
            throw e;
        } finally {
            pool.close();
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        return results.stream().map(CompletableFuture::resultNow).toList();
    }
    private <T, R> CompletableFuture<Void> chain(List<T> items, Function<? super T, ? extends R> f, AtomicInteger ticket,
            AtomicReference<Throwable> failure, List<CompletableFuture<R>> results, Executor pool) {
        int n = ticket.getAndIncrement();
        if (n >= items.size() || n < 0 || failure.get() != null) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.supplyAsync(() -> f.apply(items.get(n)), pool)
                .handle((R result, Throwable thrown) -> {
                    if (thrown == null) {
                        results.get(n).complete(result);
                    } else {
                        failure.compareAndSet(null, thrown instanceof CompletionException c ? c.getCause() : thrown);
                    }
                    return null;
                })
                .thenCompose(any -> chain(items, f, ticket, failure, results, pool));
    }
}
