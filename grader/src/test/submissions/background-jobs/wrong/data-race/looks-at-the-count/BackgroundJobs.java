// Mistake: who closes looks at a plain count, to which the thread of the runs may just be adding.
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        Counted counted = new Counted(job);
        long nanos = period.toNanos();
        executor.scheduleAtFixedRate(counted, nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> {
            if (counted.done == 0) {
                executor.shutdownNow();
            }
            executor.close();
        };
    }

    private static final class Counted implements Runnable {
        private final Runnable job;
        private long done;

        Counted(Runnable job) {
            this.job = job;
        }

        @Override
        public void run() {
            try {
                job.run();
            } catch (RuntimeException e) {
                System.err.println("A run has failed: " + e);
            }
            done++;
        }
    }
}
