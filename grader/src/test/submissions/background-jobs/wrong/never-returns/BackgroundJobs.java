// Mistake: waits for the end of a pool that nobody has shut down
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
        var pool = new ScheduledThreadPoolExecutor(1);
        var stopped = new AtomicBoolean();
        pool.scheduleAtFixedRate(() -> {
            if (!stopped.get()) {
                runSafely(job);
            }
        }, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            stopped.set(true);
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        };
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
