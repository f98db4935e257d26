// Idea: the caller takes a permit before it submits, so that nothing is queued that could not be begun.
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
        Semaphore free = new Semaphore(workers);
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<R>> futures = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (T item : items) {
                free.acquire();
                if (failed.get()) {
                    free.release();
                    break;
                }
                futures.add(pool.submit(() -> {
                    try {
                        return f.apply(item);
                    } catch (Throwable e) {
                        failed.set(true);
                        throw e;
                    } finally {
                        free.release();
                    }
                }));
            }
            free.acquire(workers);
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            switch (future.state()) {
                case SUCCESS -> results.add(future.resultNow());
                default -> {
                    if (future.exceptionNow() instanceof RuntimeException e) {
                        throw e;
                    }
                    throw (Error) future.exceptionNow();
                }
            }
        }
        return results;
    }
}
