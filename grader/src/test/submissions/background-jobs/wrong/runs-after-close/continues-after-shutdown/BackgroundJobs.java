// Mistake: a policy that lets periodic tasks go on
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
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
        pool.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
        pool.scheduleAtFixedRate(() -> runSafely(job), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return pool::close;
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
