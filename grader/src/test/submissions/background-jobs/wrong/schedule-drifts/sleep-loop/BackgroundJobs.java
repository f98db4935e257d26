// Mistake: a loop that sleeps for a period, and can be stopped by nobody
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        Thread runner = new Thread(() -> {
            while (true) {
                runSafely(job);
                try {
                    Thread.sleep(period);
                } catch (InterruptedException e) {
                    // go on
                }
            }
        });
        runner.setDaemon(true);
        runner.start();
        return runner::interrupt;
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
