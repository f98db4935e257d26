// Mistake: a timer hands each run to a pool, whether the last one has ended or not
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
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
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService runs = Executors.newCachedThreadPool();
        timer.scheduleAtFixedRate(
                () -> runs.execute(() -> runSafely(job)), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            timer.close();
            runs.close();
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
