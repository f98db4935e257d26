// Mistake: an exception ends the thread
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
        Thread runner = Thread.ofVirtual().start(() -> {
            try {
                long due = first;
                while (!closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    job.run();
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
}
