// Mistake: the sleep is not interrupted: close() waits for the rest of the period
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
                while (true) {
                    Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                    if (closed.get()) {
                        return;
                    }
                    runSafely(job);
                    due += period.toNanos();
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            closed.set(true);
            runner.join();
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
