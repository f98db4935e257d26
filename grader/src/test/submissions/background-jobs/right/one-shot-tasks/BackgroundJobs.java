// Idea: each run schedules the next one, for an instant that is known beforehand
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var pool = new ScheduledThreadPoolExecutor(1);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduleNext(pool, System.nanoTime() + period.toNanos(), period.toNanos(), job);
        return pool::close;
    }

    private static void scheduleNext(ScheduledExecutorService pool, long due, long period, Runnable job) {
        pool.schedule(() -> {
            runSafely(job);
            if (!pool.isShutdown()) {
                try {
                    scheduleNext(pool, due + period, period, job);
                } catch (java.util.concurrent.RejectedExecutionException closedMeanwhile) {
                    // there is no next run
                }
            }
        }, due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
