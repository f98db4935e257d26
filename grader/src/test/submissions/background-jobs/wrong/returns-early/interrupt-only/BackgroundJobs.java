// Mistake: a flag and an interrupt, and nobody waits for the thread
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var closed = new AtomicBoolean();
        Thread runner = Thread.startVirtualThread(() -> {
            long due = System.nanoTime() + period.toNanos();
            try {
                while (!closed.get()) {
                    Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                    runSafely(job);
                    due += period.toNanos();
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            closed.set(true);
            runner.interrupt();
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
