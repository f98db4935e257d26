// Idea: a condition awaited with the time that remains
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var lock = new ReentrantLock();
        var changed = lock.newCondition();
        var closed = new AtomicBoolean();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.startVirtualThread(() -> {
            for (long due = first; ; due += period.toNanos()) {
                lock.lock();
                try {
                    long left = due - System.nanoTime();
                    while (!closed.get() && left > 0) {
                        left = changed.awaitNanos(left);
                    }
                    if (closed.get()) {
                        return;
                    }
                } catch (InterruptedException e) {
                    return;
                } finally {
                    lock.unlock();
                }
                runSafely(job);
            }
        });
        return () -> {
            lock.lock();
            try {
                closed.set(true);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
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
