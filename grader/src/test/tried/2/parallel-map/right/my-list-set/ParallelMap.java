// Idea: an ArrayList that is full of nulls from the beginning; set() at different places is no more shared than an array.
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
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        List<R> results = new ArrayList<>(Collections.nCopies(size, null));
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> loops = Collections.nCopies(Math.min(workers, size), () -> {
                for (int n = next.getAndIncrement(); n < size && failure.get() == null; n = next.getAndIncrement()) {
                    try {
                        results.set(n, f.apply(items.get(n)));
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                }
                return null;
            });
            pool.invokeAll(loops);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return results;
    }
}
