// Mistake: all schedules count in one field
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    private long runs;

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var closed = new CountDownLatch(1);
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                long due = first;
                while (!closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    runs += 1;
                    runSafely(job);
                    due += period.toNanos();
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            closed.countDown();
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
