// Mistake: the job swallows the interrupt, and there is no flag
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
        Thread runner = Thread.startVirtualThread(() -> {
            long due = System.nanoTime() + period.toNanos();
            try {
                while (true) {
                    Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                    runSafely(job);
                    due += period.toNanos();
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            runner.interrupt();
            runner.join(Duration.ofMinutes(1));
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
