// Idea: scheduleAtFixedRate, and a job that is wrapped
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

/**
 * The reference for exercise 9: a scheduled pool of one thread, at a fixed rate.
 *
 * <p>It keeps the beat, never lets a task overlap itself, and can be closed. One thing it does not do: if a run throws, it
 * drops the schedule without a word.
 */
public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive, not " + period);
        }

        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        long nanos = period.toNanos();
        executor.scheduleAtFixedRate(() -> runAndReport(job), nanos, nanos, TimeUnit.NANOSECONDS);
        // Shutting down cancels what is periodic, and closing waits for the run that is under way.
        return executor::close;
    }

    private static void runAndReport(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("A run has failed: " + e);
        }
    }
}
