// Mistake: the loop catches the interrupt and goes on
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
        Thread runner = Thread.ofPlatform().daemon().start(() -> {
            long due = System.nanoTime() + period.toNanos();
            while (true) {
                try {
                    Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                } catch (InterruptedException e) {
                    continue;
                }
                runSafely(job);
                due += period.toNanos();
            }
        });
        return runner::interrupt;
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
