// Mistake: takes the items out of the list of the caller.
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
        AtomicBoolean failed = new AtomicBoolean();
        Object lock = new Object();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Callable<Void>> loops = Collections.nCopies(Math.min(workers, size), () -> {
                while (!failed.get()) {
                    T item;
                    int n;
                    synchronized (lock) {
                        if (items.isEmpty()) {
                            break;
                        }
                        n = size - items.size();
                        item = items.removeFirst();
                    }
                    try {
                        results.set(n, f.apply(item));
                    } catch (Throwable e) {
                        failed.set(true);
                        throw e;
                    }
                }
                return null;
            });
            for (var loop : pool.invokeAll(loops)) {
                loop.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
        return IntStream.range(0, size).<R>mapToObj(results::get).toList();
    }
}
