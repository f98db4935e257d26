// Idea: wait with a limit until the next run is due
package twostoves.concurrency;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import twostoves.contract.BackgroundJobsContract;

public final class BackgroundJobs implements BackgroundJobsContract {

    @Override
    public AutoCloseable every(Duration period, Runnable job) {
        Objects.requireNonNull(job);
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive");
        }
        var schedule = new Schedule(System.nanoTime(), period.toNanos(), job);
        schedule.thread.start();
        return schedule;
    }

    private static final class Schedule implements AutoCloseable {
        private final long period;
        private final Runnable job;
        private final Thread thread = new Thread(this::loop);
        private long due;
        private boolean closed;

        Schedule(long now, long period, Runnable job) {
            this.due = now + period;
            this.period = period;
            this.job = job;
        }

        private void loop() {
            try {
                while (awaitDue()) {
                    runSafely(job);
                    due += period;
                }
            } catch (InterruptedException e) {
                // ended
            }
        }

        private synchronized boolean awaitDue() throws InterruptedException {
            while (!closed && due - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, due - System.nanoTime());
            }
            return !closed;
        }

        @Override
        public void close() throws InterruptedException {
            synchronized (this) {
                closed = true;
                notifyAll();
            }
            thread.join();
        }
    }

    private static void runSafely(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            System.err.println("failed: " + e);
        }
    }
}
