// Idea: a virtual thread takes its own next run from a queue of things that are due
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    private record Due(long at) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at - ((Due) other).at, 0);
        }
    }

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive, not " + period);
        }
        long begun = System.nanoTime();
        var queue = new DelayQueue<Due>();
        var closed = new AtomicBoolean();
        queue.add(new Due(begun + period.toNanos()));
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                for (long run = 1; ; run++) {
                    queue.take();
                    if (closed.get()) {
                        return;
                    }
                    runAndReport(job);
                    queue.add(new Due(begun + (run + 1) * period.toNanos()));
                }
            } catch (InterruptedException e) {
                // nobody interrupts it
            }
        });
        return () -> {
            closed.set(true);
            queue.add(new Due(begun));
            thread.join();
        };
    }

    private static void runAndReport(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("A run has failed: " + e);
        }
    }
}
