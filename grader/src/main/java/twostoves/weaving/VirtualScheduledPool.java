package twostoves.weaving;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link ScheduledThreadPoolExecutor} that goes by the virtual clock. Its threads, policies and ways of ending are the
 * JDK's own; only when a task is due is another matter.
 *
 * <p>Each task in the pool's queue says that it is due now or never, so that no worker waits in real time. A timer of
 * virtual time has the idle workers look again when something is due.
 */
@SuppressWarnings("this-escape") // as in the JDK's own
public class VirtualScheduledPool extends ScheduledThreadPoolExecutor {

    private final Object waking = new Object();

    /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int)}. */
    public VirtualScheduledPool(int corePoolSize) {
        super(corePoolSize);
        noteIt();
    }

    /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int, ThreadFactory)}. */
    public VirtualScheduledPool(int corePoolSize, ThreadFactory factory) {
        super(corePoolSize, factory);
        noteIt();
    }

    /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int, RejectedExecutionHandler)}. */
    public VirtualScheduledPool(int corePoolSize, RejectedExecutionHandler handler) {
        super(corePoolSize, handler);
        noteIt();
    }

    /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int, ThreadFactory, RejectedExecutionHandler)}. */
    public VirtualScheduledPool(int corePoolSize, ThreadFactory factory, RejectedExecutionHandler handler) {
        super(corePoolSize, factory, handler);
        noteIt();
    }

    private void noteIt() {
        Hooks.beforeExecutor();
        Hooks.made(this);
    }

    /** A task on its way through the methods of the JDK, which know nothing of its schedule. */
    private static final class Timed<V> implements Runnable, Callable<V> {
        private final Callable<V> task;
        private final Schedule schedule;

        Timed(Callable<V> task, Schedule schedule) {
            this.task = task;
            this.schedule = schedule;
        }

        @Override
        public V call() throws Exception {
            return task.call();
        }

        /** One run of a periodic task: if it throws, there is no next one. */
        @Override
        public void run() {
            try {
                task.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a Runnable cannot throw this", e);
            }
            schedule.advance();
        }
    }

    /** What stands in the queue, and what the learner gets. */
    private final class Entry<V> implements RunnableScheduledFuture<V>, Scheduled {
        private final RunnableScheduledFuture<V> future;
        private final Schedule schedule;

        Entry(RunnableScheduledFuture<V> future, Schedule schedule) {
            this.future = future;
            this.schedule = schedule;
        }

        @Override
        public Schedule schedule() {
            return schedule;
        }

        /** Asked by the queue, on behalf of a worker that would wait as long. */
        @Override
        public long getDelay(TimeUnit unit) {
            return schedule.remaining() <= 0 ? 0 : Long.MAX_VALUE;
        }

        @Override
        public void run() {
            future.run();
            if (isPeriodic() && !isDone()) {
                arm();
            }
        }

        void arm() {
            schedule.armUnlessDue(VirtualScheduledPool.this::haveWorkersLook);
        }

        @Override
        public boolean isPeriodic() {
            return future.isPeriodic();
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = future.cancel(mayInterruptIfRunning);
            if (cancelled && getRemoveOnCancelPolicy()) {
                VirtualScheduledPool.this.remove(this);
            }
            if (!getQueue().contains(this)) {
                schedule.disarm(); // one that stays in the queue keeps the pool until it is due
            }
            return cancelled;
        }

        @Override
        public boolean isCancelled() {
            return future.isCancelled();
        }

        @Override
        public boolean isDone() {
            return future.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return future.get();
        }

        @Override
        public V get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            return Waits.get(future, time, unit);
        }
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
        return new Entry<>(future, ((Timed<?>) task).schedule);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> task, RunnableScheduledFuture<V> future) {
        return new Entry<>(future, ((Timed<?>) task).schedule);
    }

    // only after the pool has accepted the task; its time cannot come before, as this thread moves
    private static <F extends ScheduledFuture<?>> F armed(F future) {
        if (future instanceof VirtualScheduledPool.Entry<?> entry) {
            entry.arm();
        }
        return future;
    }

    private void haveWorkersLook() {
        synchronized (waking) {
            long time = getKeepAliveTime(TimeUnit.NANOSECONDS);
            setKeepAliveTime(time + 1, TimeUnit.NANOSECONDS);
            setKeepAliveTime(time, TimeUnit.NANOSECONDS); // a shorter one than before wakes all who are idle
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Objects.requireNonNull(command);
        Callable<Object> task = () -> {
            command.run();
            return null;
        };
        return schedule(task, delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        Objects.requireNonNull(task);
        Callable<V> timed = new Timed<>(task, new Schedule(unit.toNanos(delay), 0, false));
        return armed(super.schedule(timed, 0, TimeUnit.NANOSECONDS));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return periodic(command, unit.toNanos(initialDelay), unit.toNanos(period), true);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return periodic(command, unit.toNanos(initialDelay), unit.toNanos(delay), false);
    }

    private ScheduledFuture<?> periodic(Runnable command, long delay, long period, boolean fixedRate) {
        Objects.requireNonNull(command);
        Callable<Object> task = () -> {
            command.run();
            return null;
        };
        Runnable timed = new Timed<>(task, new Schedule(delay, period, fixedRate));
        return armed(super.scheduleAtFixedRate(timed, 0, period, TimeUnit.NANOSECONDS));
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> neverBegun = super.shutdownNow();
        neverBegun.forEach(task -> {
            if (task instanceof Scheduled scheduled) {
                scheduled.schedule().disarm();
            }
        });
        return neverBegun;
    }
}
