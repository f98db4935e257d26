package twostoves.weaving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import twostoves.simulation.Simulation;

/**
 * What woven classes call instead of the JDK's waits with a limit.
 *
 * <p>A timed wait becomes the untimed wait and an alarm of virtual time that interrupts it. The alarm strikes only when
 * the submission is quiescent, so the thread is certainly in that wait and nowhere else. At one instant answers come before
 * alarms: who is answered at the very instant of the limit is answered in time.
 */
public final class Waits {

    private Waits() {}

    /** A wait without a limit, which an interrupt ends. */
    @FunctionalInterface
    private interface Wait<T, E extends Exception> {
        T untilDone() throws InterruptedException, E;
    }

    /** The same, for its end alone. */
    @FunctionalInterface
    private interface Stay {
        void untilDone() throws InterruptedException;
    }

    /** What came of a wait: nothing if its time ran out. */
    private record Outcome<T>(boolean inTime, T value) {

        T orTimeout() throws TimeoutException {
            if (!inTime) {
                throw new TimeoutException();
            }
            return value;
        }
    }

    private static <T, E extends Exception> Outcome<T> limited(long time, TimeUnit unit, Wait<T, E> wait)
            throws InterruptedException, E {
        Simulation.Timer alarm = Hooks.simulation().alarm(Duration.ofNanos(unit.toNanos(time)));
        try {
            T value = wait.untilDone();
            settle(alarm);
            return new Outcome<>(true, value);
        } catch (InterruptedException interrupted) {
            if (alarm.cancel()) {
                throw interrupted;
            }
            return new Outcome<>(false, null);
        } catch (Exception failed) {
            settle(alarm);
            throw failed;
        }
    }

    /** The wait is over; if the alarm struck at the last moment, the interrupt was the alarm's. */
    private static void settle(Simulation.Timer alarm) {
        if (!alarm.cancel()) {
            Thread.interrupted();
        }
    }

    private static boolean inTime(long time, TimeUnit unit, Stay stay) throws InterruptedException {
        Wait<Boolean, RuntimeException> wait = () -> {
            stay.untilDone();
            return true;
        };
        return limited(time, unit, wait).inTime();
    }

    private static <T> T orNull(long time, TimeUnit unit, Wait<T, RuntimeException> wait) throws InterruptedException {
        return limited(time, unit, wait).value();
    }

    // ---- futures and executors -----------------------------------------------------------------------------------

    /** {@link Future#get(long, TimeUnit)}. */
    public static <T> T get(Future<T> future, long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (future.isDone()) {
            return future.get();
        }
        return Waits.<T, ExecutionException>limited(time, unit, future::get).orTimeout();
    }

    /** {@link CompletionService#poll(long, TimeUnit)}. */
    public static <T> Future<T> poll(CompletionService<T> service, long time, TimeUnit unit)
            throws InterruptedException {
        return orNull(time, unit, service::take);
    }

    /** {@link ExecutorService#invokeAll(Collection, long, TimeUnit)}. */
    public static <T> List<Future<T>> invokeAll(
            ExecutorService executor, Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
            throws InterruptedException {
        long deadline = deadline(time, unit);
        List<FutureTask<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(new FutureTask<>(task));
        }
        boolean allDone = false;
        try {
            allDone = areStartedBy(deadline, futures, executor) && areDoneBy(deadline, futures);
        } finally {
            if (!allDone) {
                futures.forEach(future -> future.cancel(true));
            }
        }
        return new ArrayList<>(futures);
    }

    /** Handing over takes time where the executor lets the caller run tasks; the first is handed over in any case. */
    private static boolean areStartedBy(long deadline, List<? extends Runnable> tasks, Executor executor) {
        boolean first = true;
        for (Runnable task : tasks) {
            if (!first && Clocks.nanoTime() >= deadline) {
                return false;
            }
            executor.execute(task);
            first = false;
        }
        return true;
    }

    private static boolean areDoneBy(long deadline, List<? extends Future<?>> futures) throws InterruptedException {
        for (Future<?> future : futures) {
            if (!isDoneBy(deadline, future)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDoneBy(long deadline, Future<?> future) throws InterruptedException {
        try {
            get(future, deadline - Clocks.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException itsOwn) {
            // done all the same
        } catch (TimeoutException late) {
            return false;
        }
        return true;
    }

    private static long deadline(long time, TimeUnit unit) {
        long now = Clocks.nanoTime();
        long nanos = unit.toNanos(time);
        return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }

    /** {@link ExecutorService#invokeAny(Collection, long, TimeUnit)}. */
    public static <T> T invokeAny(
            ExecutorService executor, Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Waits.<T, ExecutionException>limited(time, unit, () -> executor.invokeAny(tasks))
                .orTimeout();
    }

    /** {@link ExecutorService#awaitTermination(long, TimeUnit)}. */
    public static boolean awaitTermination(ExecutorService executor, long time, TimeUnit unit)
            throws InterruptedException {
        if (executor.isTerminated()) {
            return true;
        }
        return inTime(time, unit, () -> executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    }

    // ---- synchronisers and locks ---------------------------------------------------------------------------------

    /** {@link CountDownLatch#await(long, TimeUnit)}. */
    public static boolean await(CountDownLatch latch, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, latch::await);
    }

    /** {@link CyclicBarrier#await(long, TimeUnit)}; an interrupt breaks the barrier as a limit does. */
    public static int await(CyclicBarrier barrier, long time, TimeUnit unit)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        return Waits.<Integer, BrokenBarrierException>limited(time, unit, barrier::await)
                .orTimeout();
    }

    /** {@link Phaser#awaitAdvanceInterruptibly(int, long, TimeUnit)}. */
    public static int awaitAdvanceInterruptibly(Phaser phaser, int phase, long time, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        return Waits.<Integer, RuntimeException>limited(time, unit, () -> phaser.awaitAdvanceInterruptibly(phase))
                .orTimeout();
    }

    /** {@link Exchanger#exchange(Object, long, TimeUnit)}. */
    public static <T> T exchange(Exchanger<T> exchanger, T item, long time, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        return Waits.<T, RuntimeException>limited(time, unit, () -> exchanger.exchange(item))
                .orTimeout();
    }

    /** {@link Semaphore#tryAcquire(long, TimeUnit)}. */
    public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, semaphore::acquire);
    }

    /** {@link Semaphore#tryAcquire(int, long, TimeUnit)}. */
    public static boolean tryAcquire(Semaphore semaphore, int permits, long time, TimeUnit unit)
            throws InterruptedException {
        return inTime(time, unit, () -> semaphore.acquire(permits));
    }

    /** {@link Lock#tryLock(long, TimeUnit)}. */
    public static boolean tryLock(Lock lock, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, lock::lockInterruptibly);
    }

    /** {@link StampedLock#tryReadLock(long, TimeUnit)}. */
    public static long tryReadLock(StampedLock lock, long time, TimeUnit unit) throws InterruptedException {
        Long stamp = orNull(time, unit, lock::readLockInterruptibly);
        return stamp == null ? 0 : stamp;
    }

    /** {@link StampedLock#tryWriteLock(long, TimeUnit)}. */
    public static long tryWriteLock(StampedLock lock, long time, TimeUnit unit) throws InterruptedException {
        Long stamp = orNull(time, unit, lock::writeLockInterruptibly);
        return stamp == null ? 0 : stamp;
    }

    /** {@link Condition#await(long, TimeUnit)}. */
    public static boolean await(Condition condition, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, condition::await);
    }

    /** {@link Condition#awaitNanos(long)}. */
    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        long deadline = deadline(nanos, TimeUnit.NANOSECONDS);
        inTime(nanos, TimeUnit.NANOSECONDS, condition::await);
        return deadline - Clocks.nanoTime();
    }

    /** {@link Condition#awaitUntil(Date)}. */
    public static boolean awaitUntil(Condition condition, Date deadline) throws InterruptedException {
        return inTime(Clocks.untilEpochMillis(deadline.getTime()), TimeUnit.NANOSECONDS, condition::await);
    }

    // ---- monitors and threads ------------------------------------------------------------------------------------

    /** {@link Object#wait(long)}; the caller owns the monitor, and still does afterwards. */
    public static void wait(Object monitor, long millis) throws InterruptedException {
        if (millis <= 0) {
            monitor.wait(millis);
        } else {
            inTime(millis, TimeUnit.MILLISECONDS, monitor::wait);
        }
    }

    /** {@link Object#wait()}, which may also return for no reason. */
    public static void wait(Object monitor) throws InterruptedException {
        stay(monitor::wait);
    }

    /** {@link Condition#await()}, which may also return for no reason. */
    public static void await(Condition condition) throws InterruptedException {
        stay(condition::await);
    }

    /** A wait that is allowed to end for no reason, and does so if this run is to be like that. */
    private static void stay(Stay stay) throws InterruptedException {
        Optional<Duration> spurious = Hooks.simulation().settings().spuriousWakeUps();
        if (spurious.isPresent()) {
            inTime(spurious.get().toNanos(), TimeUnit.NANOSECONDS, stay);
        } else {
            stay.untilDone();
        }
    }

    /** {@link Object#wait(long, int)}, which rounds up. */
    public static void wait(Object monitor, long millis, int nanos) throws InterruptedException {
        wait(monitor, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    /** {@link TimeUnit#timedWait(Object, long)}. */
    public static void timedWait(TimeUnit unit, Object monitor, long time) throws InterruptedException {
        if (time > 0) {
            inTime(time, unit, monitor::wait);
        }
    }

    /** {@link Thread#join(long)}. */
    public static void join(Thread thread, long millis) throws InterruptedException {
        if (millis <= 0) {
            thread.join(millis);
        } else {
            inTime(millis, TimeUnit.MILLISECONDS, thread::join);
        }
    }

    /** {@link Thread#join(long, int)}, which rounds up. */
    public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
        join(thread, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    /** {@link Thread#join(Duration)}. */
    public static boolean join(Thread thread, Duration time) throws InterruptedException {
        return inTime(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS, thread::join);
    }

    /** {@link TimeUnit#timedJoin(Thread, long)}. */
    public static void timedJoin(TimeUnit unit, Thread thread, long time) throws InterruptedException {
        if (time > 0) {
            inTime(time, unit, thread::join);
        }
    }

    // ---- queues --------------------------------------------------------------------------------------------------

    /** {@link BlockingQueue#poll(long, TimeUnit)}. */
    public static <T> T poll(BlockingQueue<T> queue, long time, TimeUnit unit) throws InterruptedException {
        if (queue instanceof DelayQueue) {
            return queue.poll(time, unit); // ours, and its elements have limits of their own
        }
        return orNull(time, unit, queue::take);
    }

    /** {@link BlockingDeque#pollFirst(long, TimeUnit)}. */
    public static <T> T pollFirst(BlockingDeque<T> deque, long time, TimeUnit unit) throws InterruptedException {
        return orNull(time, unit, deque::takeFirst);
    }

    /** {@link BlockingDeque#pollLast(long, TimeUnit)}. */
    public static <T> T pollLast(BlockingDeque<T> deque, long time, TimeUnit unit) throws InterruptedException {
        return orNull(time, unit, deque::takeLast);
    }

    /** {@link BlockingQueue#offer(Object, long, TimeUnit)}. */
    public static <T> boolean offer(BlockingQueue<T> queue, T item, long time, TimeUnit unit)
            throws InterruptedException {
        return inTime(time, unit, () -> queue.put(item));
    }

    /** {@link BlockingDeque#offerFirst(Object, long, TimeUnit)}. */
    public static <T> boolean offerFirst(BlockingDeque<T> deque, T item, long time, TimeUnit unit)
            throws InterruptedException {
        return inTime(time, unit, () -> deque.putFirst(item));
    }

    /** {@link BlockingDeque#offerLast(Object, long, TimeUnit)}. */
    public static <T> boolean offerLast(BlockingDeque<T> deque, T item, long time, TimeUnit unit)
            throws InterruptedException {
        return inTime(time, unit, () -> deque.putLast(item));
    }

    /** {@link TransferQueue#tryTransfer(Object, long, TimeUnit)}. */
    public static <T> boolean tryTransfer(TransferQueue<T> queue, T item, long time, TimeUnit unit)
            throws InterruptedException {
        return inTime(time, unit, () -> queue.transfer(item));
    }
}
