// Mistake: the period is cut to whole seconds.
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
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
        Timer timer = new Timer("job", true);
        var lock = new ReentrantLock();
        var closed = new AtomicBoolean();
        timer.scheduleAtFixedRate(new TimerTask() {
            @Override
            public void run() {
                lock.lock();
                try {
                    if (!closed.get()) {
                        runSafely(job);
                    }
                } finally {
                    lock.unlock();
                }
            }
        }, period.toSeconds() * 1_000, period.toSeconds() * 1_000);
        return () -> {
            closed.set(true);
            timer.cancel();
            lock.lockInterruptibly();
            lock.unlock();
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
