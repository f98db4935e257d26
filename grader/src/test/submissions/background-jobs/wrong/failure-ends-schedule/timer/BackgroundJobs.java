// Mistake: an exception ends the timer
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        Timer timer = new Timer(true);
        var lock = new ReentrantLock();
        timer.scheduleAtFixedRate(new TimerTask() {
            @Override
            public void run() {
                lock.lock();
                try {
                    job.run();
                } finally {
                    lock.unlock();
                }
            }
        }, period.toMillis(), period.toMillis());
        return () -> {
            timer.cancel();
            lock.lock();
            lock.unlock();
        };
    }
}
