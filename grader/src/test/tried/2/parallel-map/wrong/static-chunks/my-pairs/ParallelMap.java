// Mistake: whoever is free takes two items, and the second one waits although somebody else is idle.
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
        int step = size >= 2 * workers ? 2 : 1;
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(size);
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> loops = Collections.nCopies(Math.min(workers, size), () -> {
                for (int from = next.getAndAdd(step); from < size; from = next.getAndAdd(step)) {
                    for (int n = from; n < Math.min(size, from + step) && failure.get() == null; n++) {
                        try {
                            results.set(n, f.apply(items.get(n)));
                        } catch (RuntimeException e) {
                            failure.compareAndSet(null, e);
                        }
                    }
                }
                return null;
            });
            pool.invokeAll(loops);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return IntStream.range(0, size).<R>mapToObj(results::get).toList();
    }
}
