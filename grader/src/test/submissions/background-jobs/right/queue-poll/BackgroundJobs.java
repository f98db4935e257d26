// Idea: a queue through which nothing comes but the end
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var end = new LinkedBlockingQueue<String>();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().start(() -> {
            long due = first;
            try {
                while (end.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                    runSafely(job);
                    due += period.toNanos();
                }
            } catch (InterruptedException e) {
                // ended
            }
        });
        return () -> {
            end.add("end");
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
