// Mistake: cancels the task and leaves the timer
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        Timer timer = new Timer();
        var task = new TimerTask() {
            @Override
            public synchronized void run() {
                runSafely(job);
            }
        };
        timer.scheduleAtFixedRate(task, period.toMillis(), period.toMillis());
        return () -> {
            task.cancel();
            synchronized (task) {
                task.cancel();
            }
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
