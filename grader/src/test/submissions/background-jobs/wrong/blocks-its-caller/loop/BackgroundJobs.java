// Mistake: runs the loop in the method itself
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        long due = System.nanoTime() + period.toNanos();
        try {
            while (true) {
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                runSafely(job);
                due += period.toNanos();
            }
        } catch (InterruptedException e) {
            return () -> {};
        }
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
