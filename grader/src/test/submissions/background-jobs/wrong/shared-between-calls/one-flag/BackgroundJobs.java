// Mistake: one flag for all schedules
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    private volatile boolean closed;

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        closed = false;
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                for (long due = first; !closed; due += period.toNanos()) {
                    Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                    runSafely(job);
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            closed = true;
            runner.interrupt();
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
