// Mistake: waits for one second at the most, and takes what is there.
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
        int size = items.size();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(size);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        for (int i = 0; i < size; i++) {
            int n = i;
            pool.execute(() -> {
                if (failure.get() == null) {
                    try {
                        results.set(n, f.apply(items.get(n)));
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                }
            });
        }
        pool.shutdown();
        try {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            pool.shutdownNow();
            pool.close();
            throw e;
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        List<R> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(results.get(i));
        }
        return list;
    }
}
