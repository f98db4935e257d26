package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

/**
 * Exercise 9 with a latch that stands for "closed": the thread waits for it, and runs the job whenever the wait is in vain.
 *
 * <p>To be preferred where the job must not be interrupted: closing wakes the thread from its wait, and from nothing else.
 */
public final class BackgroundJobsWithLatch implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive, not " + period);
        }

        var closed = new CountDownLatch(1);
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().name("background job").start(() -> loop(first, period, job, closed));
        return () -> {
            closed.countDown();
            runner.join();
        };
    }

    private static void loop(long first, Duration period, Runnable job, CountDownLatch closed) {
        try {
            long due = first;
            while (!closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                try {
                    job.run();
                } catch (RuntimeException e) {
                    System.err.println("A run has failed: " + e);
                }
                due += period.toNanos();
            }
        } catch (InterruptedException e) {
            // nobody but the job itself could have done that; it wants to end, and so it does
        }
    }
}
