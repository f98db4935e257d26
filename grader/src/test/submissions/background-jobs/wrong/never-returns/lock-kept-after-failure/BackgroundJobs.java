// Mistake: a run that throws keeps the lock that close() waits for.
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
                        job.run();
                    }
                    lock.unlock();
                } catch (RuntimeException e) {
                    System.err.println("failed: " + e);
                }
            }
        }, period.toMillis(), period.toMillis());
        return () -> {
            closed.set(true);
            timer.cancel();
            lock.lockInterruptibly();
            lock.unlock();
        };
    }
}
