package twostoves.weaving;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import twostoves.simulation.Simulation;

/** What woven classes call instead of the JDK's methods that make something happen later. */
public final class Timers {

    private Timers() {}

    static Simulation.Timer after(long nanos, Runnable action) {
        return Hooks.simulation().after(Duration.ofNanos(nanos), action);
    }

    // ---- completable futures -------------------------------------------------------------------------------------

    /** {@link CompletableFuture#orTimeout(long, TimeUnit)}. */
    public static <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, long time, TimeUnit unit) {
        Simulation.Timer timer = after(unit.toNanos(time), () -> future.completeExceptionally(new TimeoutException()));
        future.whenComplete((value, failure) -> timer.cancel());
        return future;
    }

    /** {@link CompletableFuture#completeOnTimeout(Object, long, TimeUnit)}. */
    public static <T> CompletableFuture<T> completeOnTimeout(
            CompletableFuture<T> future, T value, long time, TimeUnit unit) {
        Simulation.Timer timer = after(unit.toNanos(time), () -> future.complete(value));
        future.whenComplete((any, failure) -> timer.cancel());
        return future;
    }

    /** {@link CompletableFuture#delayedExecutor(long, TimeUnit)}. */
    public static Executor delayedExecutor(long time, TimeUnit unit) {
        return delayedExecutor(time, unit, ForkJoinPool.commonPool());
    }

    /** {@link CompletableFuture#delayedExecutor(long, TimeUnit, Executor)}. */
    public static Executor delayedExecutor(long time, TimeUnit unit, Executor executor) {
        Objects.requireNonNull(executor);
        long nanos = unit.toNanos(time);
        return task -> after(nanos, () -> executor.execute(task));
    }

    // ---- scheduled pools -----------------------------------------------------------------------------------------

    /** {@link Executors#newScheduledThreadPool(int)}. */
    public static ScheduledExecutorService newScheduledThreadPool(int corePoolSize) {
        return new VirtualScheduledPool(corePoolSize);
    }

    /** {@link Executors#newScheduledThreadPool(int, ThreadFactory)}. */
    public static ScheduledExecutorService newScheduledThreadPool(int corePoolSize, ThreadFactory factory) {
        return new VirtualScheduledPool(corePoolSize, factory);
    }

    /** {@link Executors#newSingleThreadScheduledExecutor()}. */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
        return Executors.unconfigurableScheduledExecutorService(new VirtualScheduledPool(1));
    }

    /** {@link Executors#newSingleThreadScheduledExecutor(ThreadFactory)}. */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
        return Executors.unconfigurableScheduledExecutorService(new VirtualScheduledPool(1, factory));
    }

    /** {@link ScheduledExecutorService#schedule(Runnable, long, TimeUnit)}. */
    public static ScheduledFuture<?> schedule(
            ScheduledExecutorService executor, Runnable command, long delay, TimeUnit unit) {
        Hooks.beforeHandOver();
        if (executor instanceof ForkJoinPool pool) {
            return forkJoin(pool, Executors.callable(command), unit.toNanos(delay), 0, false);
        }
        return executor.schedule(command, delay, unit);
    }

    /** {@link ScheduledExecutorService#schedule(Callable, long, TimeUnit)}. */
    public static <V> ScheduledFuture<V> schedule(
            ScheduledExecutorService executor, Callable<V> task, long delay, TimeUnit unit) {
        Hooks.beforeHandOver();
        if (executor instanceof ForkJoinPool pool) {
            return forkJoin(pool, Objects.requireNonNull(task), unit.toNanos(delay), 0, false);
        }
        return executor.schedule(task, delay, unit);
    }

    /** {@link ScheduledExecutorService#scheduleAtFixedRate(Runnable, long, long, TimeUnit)}. */
    public static ScheduledFuture<?> scheduleAtFixedRate(
            ScheduledExecutorService executor, Runnable command, long initialDelay, long period, TimeUnit unit) {
        Hooks.beforeHandOver();
        if (executor instanceof ForkJoinPool pool) {
            return forkJoin(
                    pool, Executors.callable(command), unit.toNanos(initialDelay), positive(unit, period), true);
        }
        return executor.scheduleAtFixedRate(command, initialDelay, period, unit);
    }

    /** {@link ScheduledExecutorService#scheduleWithFixedDelay(Runnable, long, long, TimeUnit)}. */
    public static ScheduledFuture<?> scheduleWithFixedDelay(
            ScheduledExecutorService executor, Runnable command, long initialDelay, long delay, TimeUnit unit) {
        Hooks.beforeHandOver();
        if (executor instanceof ForkJoinPool pool) {
            return forkJoin(
                    pool, Executors.callable(command), unit.toNanos(initialDelay), positive(unit, delay), false);
        }
        return executor.scheduleWithFixedDelay(command, initialDelay, delay, unit);
    }

    private static long positive(TimeUnit unit, long period) {
        if (period <= 0) {
            throw new IllegalArgumentException();
        }
        return unit.toNanos(period);
    }

    private static <V> ScheduledFuture<V> forkJoin(
            ForkJoinPool pool, Callable<V> task, long delay, long period, boolean fixedRate) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException();
        }
        return new VirtualForkJoinTask<>(pool, task, new Schedule(delay, period, fixedRate)).armed();
    }

    /** {@link Delayed#getDelay(TimeUnit)}. */
    public static long getDelay(Delayed delayed, TimeUnit unit) {
        return delayed instanceof Scheduled scheduled
                ? unit.convert(scheduled.schedule().remaining(), TimeUnit.NANOSECONDS)
                : delayed.getDelay(unit);
    }
}
