// Idea: a thread that parks until an instant, and is unparked to be closed
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var closed = new AtomicBoolean();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofPlatform().start(() -> {
            long due = first;
            while (!closed.get()) {
                long left = due - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(left);
                } else {
                    runSafely(job);
                    due += period.toNanos();
                }
            }
        });
        return () -> {
            closed.set(true);
            LockSupport.unpark(runner);
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
