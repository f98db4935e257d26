// Idea: the same with a volatile flag, which is written while its reader parks
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var closed = new Flag();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofPlatform().start(() -> {
            long due = first;
            while (!closed.on) {
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
            closed.on = true;
            LockSupport.unpark(runner);
            runner.join();
        };
    }

    private static final class Flag {
        volatile boolean on;
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
