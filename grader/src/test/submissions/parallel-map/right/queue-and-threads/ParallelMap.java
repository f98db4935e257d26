// Idea: bare threads that take numbers from a queue until it is empty.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import twostoves.contract.ParallelMapContract;

public final class ParallelMap implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers)
            throws InterruptedException {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        Object[] results = new Object[items.size()];
        Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < results.length; i++) {
            waiting.add(i);
        }
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, items.size()); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (Integer n = waiting.poll(); n != null; n = waiting.poll()) {
                        results[n] = f.apply(items.get(n));
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                    waiting.clear();
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
                    waiting.clear();
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }

        if (failure.get() != null) {
            throw original(failure.get());
        }
        return results(results);
    }

    @SuppressWarnings("unchecked")
    private static <R> List<R> results(Object[] results) {
        return (List<R>) Arrays.asList(results);
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
