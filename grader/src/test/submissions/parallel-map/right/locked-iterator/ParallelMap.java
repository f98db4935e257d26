// Idea: one iterator for all workers, and a lock held only while the next item is taken.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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

        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<FutureTask<R>> tasks = new ArrayList<>();
        for (T item : items) {
            tasks.add(new FutureTask<>(() -> f.apply(item)));
        }
        Iterator<FutureTask<R>> remaining = tasks.iterator();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < Math.min(workers, items.size()); i++) {
                pool.execute(() -> work(remaining, failure));
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return tasks.stream().map(FutureTask::resultNow).toList();
    }

    private static <R> void work(Iterator<FutureTask<R>> remaining, AtomicReference<Throwable> failure) {
        while (failure.get() == null) {
            FutureTask<R> task;
            synchronized (remaining) {
                if (!remaining.hasNext()) {
                    return;
                }
                task = remaining.next();
            }
            task.run();
            if (task.state() == Future.State.FAILED) {
                failure.compareAndSet(null, task.exceptionNow());
            }
        }
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
