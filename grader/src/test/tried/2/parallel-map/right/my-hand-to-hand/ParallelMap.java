// Idea: the caller hands the numbers over one by one through a SynchronousQueue; -1 ends a worker.
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
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(size);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        SynchronousQueue<Integer> hand = new SynchronousQueue<>();
        Thread[] crew = new Thread[count];
        for (int i = 0; i < count; i++) {
            crew[i] = new Thread(() -> {
                try {
                    for (int n = hand.take(); n >= 0; n = hand.take()) {
                        try {
                            if (failure.get() == null) {
                                results.set(n, f.apply(items.get(n)));
                            }
                        } catch (RuntimeException e) {
                            failure.compareAndSet(null, e);
                        }
                    }
                } catch (InterruptedException e) {
                    // the caller gave up
                }
            });
            crew[i].start();
        }
        try {
            for (int n = 0; n < size && failure.get() == null; n++) {
                hand.put(n);
            }
            for (int i = 0; i < count; i++) {
                hand.put(-1);
            }
            for (Thread thread : crew) {
                thread.join();
            }
        } catch (InterruptedException e) {
            for (Thread thread : crew) {
                thread.interrupt();
            }
            for (Thread thread : crew) {
                boolean ended = false;
                while (!ended) {
                    try {
                        thread.join();
                        ended = true;
                    } catch (InterruptedException again) {
                        // told already
                    }
                }
            }
            throw e;
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return IntStream.range(0, size).<R>mapToObj(results::get).toList();
    }
}
