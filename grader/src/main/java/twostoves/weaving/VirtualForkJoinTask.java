package twostoves.weaving;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A task that a {@link ForkJoinPool} is to run later. Unlike the JDK's, one that is not due yet is cancelled when the pool
 * shuts down.
 */
final class VirtualForkJoinTask<V> extends FutureTask<V> implements ScheduledFuture<V>, Scheduled {

    private final ForkJoinPool pool;
    private final Schedule schedule;

    VirtualForkJoinTask(ForkJoinPool pool, Callable<V> task, Schedule schedule) {
        super(task);
        this.pool = pool;
        this.schedule = schedule;
    }

    VirtualForkJoinTask<V> armed() {
        schedule.arm(this::handIn);
        return this;
    }

    private void handIn() {
        if (pool.isShutdown()) {
            cancel(false);
        } else if (!isDone()) {
            pool.execute(this);
        }
    }

    @Override
    public void run() {
        if (!schedule.isPeriodic()) {
            super.run();
        } else if (runAndReset()) {
            schedule.advance();
            armed();
        }
    }

    @Override
    protected void done() {
        schedule.disarm();
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(schedule.remaining(), TimeUnit.NANOSECONDS);
    }
}
