package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import twostoves.contract.ParallelMapContract;

/**
 * Exercise 14 with bare threads and a queue of what is left to do, the calling thread being one of the workers.
 *
 * <p>This is what a pool does behind the scenes: threads that take from a queue until it is empty. Here the queue says so
 * itself, because nothing is added once the threads have begun. The price of a caller that works is that it notices an
 * interrupt only afterwards; it leaves the flag set, for its own caller to see.
 */
public final class ParallelMapWithQueue implements ParallelMapContract {

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) {
        Objects.requireNonNull(items);
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        var tasks = new ArrayList<FutureTask<R>>();
        for (T item : items) {
            tasks.add(new FutureTask<>(() -> f.apply(item)));
        }
        var waiting = new ConcurrentLinkedQueue<>(tasks);
        var threads = new ArrayList<Thread>();
        for (int i = 1; i < Math.min(workers, items.size()); i++) {
            threads.add(Thread.ofPlatform().start(() -> work(waiting)));
        }
        work(waiting);
        joinAll(threads);

        for (FutureTask<R> task : tasks) {
            if (task.isDone() && task.state() == FutureTask.State.FAILED) {
                throw original(task.exceptionNow());
            }
        }
        return tasks.stream().map(FutureTask::resultNow).toList();
    }

    private static <R> void work(Queue<FutureTask<R>> waiting) {
        // Not "while it is not empty": between the question and the poll somebody else may take the last one.
        for (FutureTask<R> task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
            if (task.state() == FutureTask.State.FAILED) {
                waiting.clear();
            }
        }
    }

    /** Waits for all of them in any case, and keeps an interrupt for the caller. */
    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
