package twostoves.weaving;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedCollection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import twostoves.simulation.Simulation;

/**
 * What woven classes call. Every {@link LearnerLoader} has a copy of this class of its own, and a loader whose run left
 * anything behind is not used again, so that a thread left over from one run cannot disturb the next.
 *
 * <p>A timed wait becomes the untimed wait and an alarm of virtual time that interrupts it. The alarm strikes only when
 * the submission is quiescent, so the thread is certainly in that wait and nowhere else.
 */
public final class Hooks {

    // bytecode can reach nothing but statics: set before each run, while no thread of the learner's is alive
    private static volatile Simulation simulation;
    private static volatile SharingWatch watch;

    private Hooks() {}

    /**
     * Binds this copy to its run.
     *
     * @param world keeps the time
     * @param sharing hears of writes
     */
    public static void bind(Simulation world, SharingWatch sharing) {
        simulation = world;
        watch = sharing;
    }

    // ---- clocks and sleeping -------------------------------------------------------------------------------------

    /** {@link System#nanoTime()}. */
    public static long nanoTime() {
        return simulation.now();
    }

    /** {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return TimeUnit.NANOSECONDS.toMillis(simulation.now());
    }

    /** {@link Instant#now()}. */
    public static Instant now() {
        return Instant.EPOCH.plusNanos(simulation.now());
    }

    /** {@link Thread#sleep(long)}. */
    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        simulation.sleep(Duration.ofMillis(millis));
    }

    /** {@link Thread#sleep(long, int)}. */
    public static void sleep(long millis, int nanos) throws InterruptedException {
        simulation.sleep(Duration.ofMillis(millis).plusNanos(nanos));
    }

    /** {@link Thread#sleep(Duration)}. */
    public static void sleep(Duration time) throws InterruptedException {
        simulation.sleep(time);
    }

    /** {@link TimeUnit#sleep(long)}. */
    public static void sleep(TimeUnit unit, long time) throws InterruptedException {
        simulation.sleep(Duration.ofNanos(unit.toNanos(time)));
    }

    /** {@link LockSupport#parkNanos(long)}. */
    public static void parkNanos(long nanos) {
        Thread parked = Thread.currentThread();
        Simulation.Timer timer = simulation.after(Duration.ofNanos(nanos), () -> LockSupport.unpark(parked));
        LockSupport.park();
        timer.cancel();
    }

    /** {@link LockSupport#parkNanos(Object, long)}. */
    public static void parkNanos(Object blocker, long nanos) {
        parkNanos(nanos);
    }

    // ---- waiting with a limit ------------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Wait<T> {
        T untilDone() throws InterruptedException, ExecutionException;
    }

    /** What came of a wait: nothing if its time ran out. */
    private record Outcome<T>(boolean inTime, T value) {}

    private static <T> Outcome<T> limited(long time, TimeUnit unit, Wait<T> wait)
            throws InterruptedException, ExecutionException {
        Simulation.Timer alarm = simulation.alarm(Duration.ofNanos(unit.toNanos(time)));
        try {
            T value = wait.untilDone();
            settle(alarm);
            return new Outcome<>(true, value);
        } catch (InterruptedException interrupted) {
            if (alarm.cancel()) {
                throw interrupted;
            }
            return new Outcome<>(false, null);
        } catch (ExecutionException | RuntimeException failed) {
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

    private static boolean inTime(long time, TimeUnit unit, Wait<?> wait) throws InterruptedException {
        try {
            return limited(time, unit, wait).inTime();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@link Future#get(long, TimeUnit)}. */
    public static <T> T get(Future<T> future, long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (future.isDone()) {
            return future.get();
        }
        Outcome<T> outcome = limited(time, unit, future::get);
        if (!outcome.inTime()) {
            throw new TimeoutException();
        }
        return outcome.value();
    }

    /** {@link CountDownLatch#await(long, TimeUnit)}. */
    public static boolean await(CountDownLatch latch, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, () -> {
            latch.await();
            return true;
        });
    }

    /** {@link Condition#await(long, TimeUnit)}. */
    public static boolean await(Condition condition, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, () -> {
            condition.await();
            return true;
        });
    }

    /** {@link Semaphore#tryAcquire(long, TimeUnit)}. */
    public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, () -> {
            semaphore.acquire();
            return true;
        });
    }

    /** {@link Lock#tryLock(long, TimeUnit)}. */
    public static boolean tryLock(Lock lock, long time, TimeUnit unit) throws InterruptedException {
        return inTime(time, unit, () -> {
            lock.lockInterruptibly();
            return true;
        });
    }

    /** {@link BlockingQueue#poll(long, TimeUnit)}. */
    public static <T> T poll(BlockingQueue<T> queue, long time, TimeUnit unit) throws InterruptedException {
        try {
            return limited(time, unit, queue::take).value();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@link BlockingQueue#offer(Object, long, TimeUnit)}. */
    public static <T> boolean offer(BlockingQueue<T> queue, T item, long time, TimeUnit unit)
            throws InterruptedException {
        return inTime(time, unit, () -> {
            queue.put(item);
            return true;
        });
    }

    /** {@link Thread#join(long)}. */
    public static void join(Thread thread, long millis) throws InterruptedException {
        if (millis == 0) {
            thread.join();
        } else {
            join(thread, Duration.ofMillis(millis));
        }
    }

    /** {@link Thread#join(Duration)}. */
    public static boolean join(Thread thread, Duration time) throws InterruptedException {
        return inTime(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS, () -> {
            thread.join();
            return true;
        });
    }

    /** {@link ExecutorService#awaitTermination(long, TimeUnit)}. */
    public static boolean awaitTermination(ExecutorService executor, long time, TimeUnit unit)
            throws InterruptedException {
        if (executor.isTerminated()) {
            return true;
        }
        return inTime(time, unit, () -> executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    }

    /** {@link Object#wait(long)}; the caller owns the monitor, and still does afterwards. */
    public static void wait(Object monitor, long millis) throws InterruptedException {
        if (millis == 0) {
            monitor.wait();
        } else {
            inTime(millis, TimeUnit.MILLISECONDS, () -> {
                monitor.wait();
                return true;
            });
        }
    }

    /** {@link CompletableFuture#orTimeout(long, TimeUnit)}. */
    public static <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, long time, TimeUnit unit) {
        Simulation.Timer timer = simulation.after(
                Duration.ofNanos(unit.toNanos(time)), () -> future.completeExceptionally(new TimeoutException()));
        future.whenComplete((value, failure) -> timer.cancel());
        return future;
    }

    /** {@link CompletableFuture#completeOnTimeout(Object, long, TimeUnit)}. */
    public static <T> CompletableFuture<T> completeOnTimeout(
            CompletableFuture<T> future, T value, long time, TimeUnit unit) {
        Simulation.Timer timer = simulation.after(Duration.ofNanos(unit.toNanos(time)), () -> future.complete(value));
        future.whenComplete((any, failure) -> timer.cancel());
        return future;
    }

    /** {@link CompletableFuture#delayedExecutor(long, TimeUnit)}. */
    public static Executor delayedExecutor(long time, TimeUnit unit) {
        return delayedExecutor(time, unit, ForkJoinPool.commonPool());
    }

    /** {@link CompletableFuture#delayedExecutor(long, TimeUnit, Executor)}. */
    public static Executor delayedExecutor(long time, TimeUnit unit, Executor executor) {
        return task -> simulation.after(Duration.ofNanos(unit.toNanos(time)), () -> executor.execute(task));
    }

    // ---- cancelling ----------------------------------------------------------------------------------------------

    /** {@link Future#cancel(boolean)}. */
    public static boolean cancel(Future<?> future, boolean interrupting) {
        boolean cancelled = future.cancel(interrupting);
        boolean interrupts =
                interrupting && !(future instanceof CompletableFuture) && !(future instanceof ForkJoinTask);
        if (cancelled && !interrupts) {
            watch.countVainCancel();
        }
        return cancelled;
    }

    // ---- shared state --------------------------------------------------------------------------------------------

    /** Before a field, static or array element is written. */
    public static void beforeWrite(Object owner, String member) {
        watch.beforeWrite(owner, member);
    }

    /** Before a volatile field or static is written. */
    public static void beforeVolatileWrite(Object owner, String member) {
        watch.beforeVolatileWrite(owner, member);
    }

    /** Before an array element is written. */
    public static void beforeStore(Object array, int index) {
        watch.beforeWrite(array, "[" + index + "]");
    }

    /** Before a lock is taken or an atomic variable is updated. */
    public static void beforeSynchronisation() {
        watch.countSynchronisation();
    }

    /** Before a task is handed to another thread. */
    public static void beforeHandOver() {
        watch.countHandOver();
    }

    /** Before an executor is made. */
    public static void beforeExecutor() {
        watch.countExecutor();
    }

    /** After an executor was made. */
    public static void made(ExecutorService executor) {
        watch.noteExecutor(executor);
    }

    private static <C> C changing(C collection) {
        watch.beforeChange(collection);
        return collection;
    }

    /** {@link Collection#add(Object)}. */
    public static <T> boolean add(Collection<T> collection, T item) {
        return changing(collection).add(item);
    }

    /** {@link List#add(int, Object)}. */
    public static <T> void add(List<T> list, int index, T item) {
        changing(list).add(index, item);
    }

    /** {@link Collection#addAll(Collection)}. */
    public static <T> boolean addAll(Collection<T> collection, Collection<? extends T> items) {
        return changing(collection).addAll(items);
    }

    /** {@link Queue#offer(Object)}. */
    public static <T> boolean offer(Queue<T> queue, T item) {
        return changing(queue).offer(item);
    }

    /** {@link Deque#push(Object)}. */
    public static <T> void push(Deque<T> deque, T item) {
        changing(deque).push(item);
    }

    /** {@link SequencedCollection#addFirst(Object)}. */
    public static <T> void addFirst(SequencedCollection<T> collection, T item) {
        changing(collection).addFirst(item);
    }

    /** {@link SequencedCollection#addLast(Object)}. */
    public static <T> void addLast(SequencedCollection<T> collection, T item) {
        changing(collection).addLast(item);
    }

    /** {@link Map#put(Object, Object)}. */
    public static <K, V> V put(Map<K, V> map, K key, V value) {
        return changing(map).put(key, value);
    }

    /** {@link Map#putIfAbsent(Object, Object)}. */
    public static <K, V> V putIfAbsent(Map<K, V> map, K key, V value) {
        return changing(map).putIfAbsent(key, value);
    }

    /** {@link Map#merge(Object, Object, BiFunction)}. */
    public static <K, V> V merge(Map<K, V> map, K key, V value, BiFunction<? super V, ? super V, ? extends V> with) {
        return changing(map).merge(key, value, with);
    }

    /** {@link Map#computeIfAbsent(Object, Function)}. */
    public static <K, V> V computeIfAbsent(Map<K, V> map, K key, Function<? super K, ? extends V> value) {
        return changing(map).computeIfAbsent(key, value);
    }

    /** {@link Map#compute(Object, BiFunction)}. */
    public static <K, V> V compute(Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> value) {
        return changing(map).compute(key, value);
    }
}
