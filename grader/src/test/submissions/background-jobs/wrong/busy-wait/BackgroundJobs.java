// Mistake: asks the clock again and again
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
        Thread runner = Thread.ofPlatform().start(() -> {
            long due = System.nanoTime() + period.toNanos();
            while (!closed.get()) {
                if (System.nanoTime() - due >= 0) {
                    runSafely(job);
                    due += period.toNanos();
                }
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
