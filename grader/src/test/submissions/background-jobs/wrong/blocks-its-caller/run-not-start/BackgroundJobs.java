// Mistake: run() starts no thread
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var closed = new CountDownLatch(1);
        long first = System.nanoTime() + period.toNanos();
        Thread runner = new Thread(() -> {
            try {
                long due = first;
                while (!closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    runSafely(job);
                    due += period.toNanos();
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        runner.run();
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
