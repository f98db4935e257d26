// Idea: a chain of tasks on a delayed executor
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var pool = Executors.newSingleThreadExecutor();
        var closed = new AtomicBoolean();
        scheduleNext(pool, closed, System.nanoTime() + period.toNanos(), period, job);
        return () -> {
            closed.set(true);
            pool.close();
        };
    }

    private static void scheduleNext(Executor pool, AtomicBoolean closed, long due, Duration period, Runnable job) {
        CompletableFuture.delayedExecutor(due - System.nanoTime(), TimeUnit.NANOSECONDS, task -> {
            if (!closed.get()) {
                pool.execute(task);
            }
        }).execute(() -> {
            if (!closed.get()) {
                runSafely(job);
                scheduleNext(pool, closed, due + period.toNanos(), period, job);
            }
        });
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
