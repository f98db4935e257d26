// Idea: a thread that sleeps until the next run is due, ended by a flag and an interrupt
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.BackgroundJobsContract;

/**
 * Exercise 9 with a thread that sleeps until the next run is due, and is interrupted when the schedule is closed.
 *
 * <p>Sleeping is right here, because it is time that is waited for and nothing else. It sleeps until an instant, not for a
 * period: so the length of a run does not add up. To be preferred where a job may be interrupted and a pool would be too
 * much.
 */
public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive, not " + period);
        }

        var closed = new AtomicBoolean();
        long first = System.nanoTime() + period.toNanos();
        Thread runner = Thread.ofVirtual().name("background job").start(() -> loop(first, period, job, closed));
        return () -> {
            // The interrupt ends a sleep. A job may catch it and forget it, so there is a flag as well.
            closed.set(true);
            runner.interrupt();
            runner.join();
        };
    }

    private static void loop(long first, Duration period, Runnable job, AtomicBoolean closed) {
        try {
            for (long due = first; !closed.get(); due += period.toNanos()) {
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                try {
                    job.run();
                } catch (RuntimeException e) {
                    System.err.println("A run has failed: " + e);
                }
            }
        } catch (InterruptedException closing) {
            // the way in which this loop is meant to end
        }
    }
}
