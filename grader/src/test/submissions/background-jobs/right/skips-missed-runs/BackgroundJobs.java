// Idea: after a long run it goes on with the next regular instant
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
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
        long begun = System.nanoTime();
        var pool = Executors.newSingleThreadExecutor();
        pool.execute(() -> {
            long number = 1;
            try {
                while (!closed.await(begun + number * period.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    runSafely(job);
                    number = (System.nanoTime() - begun) / period.toNanos() + 1;
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            closed.countDown();
            pool.close();
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
