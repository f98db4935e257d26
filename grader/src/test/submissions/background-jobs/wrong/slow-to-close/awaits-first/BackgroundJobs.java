// Mistake: waits a while for the pool to end before it tells it to
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        var future = pool.scheduleAtFixedRate(() -> runSafely(job), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            future.cancel(false);
            if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                pool.close();
            }
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
