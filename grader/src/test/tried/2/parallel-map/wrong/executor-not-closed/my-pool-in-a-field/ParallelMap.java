// Mistake: a pool in a field serves all calls and is never closed.
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
    private final ExecutorService pool = Executors.newCachedThreadPool();
    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int size = items.size();
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(size);
        {
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
        return IntStream.range(0, size).<R>mapToObj(results::get).toList();
    }
}
