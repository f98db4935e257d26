// Idea: a fork/join pool, which is a scheduler as well since Java 25
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive, not " + period);
        }
        var pool = new ForkJoinPool(1);
        long nanos = period.toNanos();
        var schedule = pool.scheduleAtFixedRate(() -> runAndReport(job), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> {
            schedule.cancel(false);
            pool.close();
        };
    }

    private static void runAndReport(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("A run has failed: " + e);
        }
    }
}
