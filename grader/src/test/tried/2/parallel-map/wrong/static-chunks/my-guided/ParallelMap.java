// Mistake: whoever is free takes a quarter of a share of what is left, which may be all that is dear.
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
        int count = Math.min(workers, size);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(size);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (failure.get() == null) {
                    int from = next.get();
                    int to = from + Math.max(1, (size - from) / (2 * count));
                    if (from >= size) {
                        return;
                    }
                    if (next.compareAndSet(from, to)) {
                        for (int n = from; n < to && failure.get() == null; n++) {
                            try {
                                results.set(n, f.apply(items.get(n)));
                            } catch (RuntimeException e) {
                                failure.compareAndSet(null, e);
                            }
                        }
                    }
                }
            }));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return IntStream.range(0, size).<R>mapToObj(results::get).toList();
    }
}
