// Mistake: when interrupted, what is there is returned, with nulls for what is not.
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
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int size = items.size();
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(size);
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> loops = Collections.nCopies(Math.min(workers, size), () -> {
                for (int n = next.getAndIncrement(); n < size; n = next.getAndIncrement()) {
                    if (failure.get() != null || Thread.currentThread().isInterrupted()) {
                        break;
                    }
                    try {
                        results.set(n, f.apply(items.get(n)));
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                }
                return null;
            });
            pool.invokeAll(loops);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
