// Idea: a task that is done submits the one for the next item; a phaser ends when no task is left.
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
    private static final class Work<T, R> {
        final List<T> items;
        final Function<? super T, ? extends R> f;
        final Executor pool;
        final Iterator<Integer> numbers;
        final Map<Integer, R> results = new ConcurrentSkipListMap<>();
        final Phaser open = new Phaser(1);
        volatile RuntimeException failure;
        Work(List<T> items, Function<? super T, ? extends R> f, Executor pool) {
            this.items = items;
            this.f = f;
            this.pool = pool;
            numbers = IntStream.range(0, items.size()).iterator();
        }
        synchronized void next() {
            if (failure == null && numbers.hasNext()) {
                int n = numbers.next();
                open.register();
                pool.execute(() -> compute(n));
            }
        }
        void compute(int n) {
            try {
                results.put(n, f.apply(items.get(n)));
            } catch (RuntimeException e) {
                failure = e;
            }
            next();
            open.arriveAndDeregister();
        }
    }
    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        if (items.isEmpty()) {
            return List.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        Work<T, R> work = new Work<>(items, f, pool);
        try {
            for (int i = 0; i < workers; i++) {
                work.next();
            }
            work.open.awaitAdvanceInterruptibly(work.open.arrive());
        } catch (InterruptedException e) {
            work.failure = new CancellationException();
            throw e;
        } finally {
            if (work.failure instanceof CancellationException) {
                work.open.awaitAdvance(0);
            }
            pool.close();
        }
        if (work.failure != null) {
            throw work.failure;
        }
        return new ArrayList<>(work.results.values());
    }
}
