// Mistake: what is due is queued for a worker, and closing works off the queue.
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
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        long nanos = period.toNanos();
        ticker.scheduleAtFixedRate(() -> worker.submit(job), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> {
            ticker.close();
            worker.close();
        };
    }
}
