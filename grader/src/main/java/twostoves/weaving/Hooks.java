package twostoves.weaving;

import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.Deque;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedCollection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import twostoves.racewatch.MemberName;
import twostoves.simulation.Simulation;

/**
 * What woven classes call, apart from what has to do with time: see {@link Clocks}, {@link Waits} and {@link Timers}.
 *
 * <p>Every {@link LearnerLoader} has a copy of these classes of its own, and a loader whose run left anything behind is not
 * used again, so that a thread left over from one run cannot disturb the next.
 */
public final class Hooks {

    // bytecode can reach nothing but statics: set before each run, while no thread of the learner's is alive
    private static volatile Simulation simulation;
    private static volatile SharingWatch watch;

    private static final Map<VarHandle, Target> HANDLES = new ConcurrentHashMap<>();

    private Hooks() {}

    /** What a variable handle stands for; without an owner if that is the first argument. */
    private record Target(Object owner, String member) {}

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

    /** The world of this run, for the other classes that woven code calls. */
    static Simulation simulation() {
        return simulation;
    }

    /** Before a loop begins another round. */
    public static void beforeJumpBack() {
        simulation.endIfLeftBehind();
    }

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

    /** After a variable handle of a field or static was found. */
    public static void handleFound(VarHandle handle, Class<?> type, String name) {
        String member = MemberName.of(type.describeConstable().orElseThrow(), name);
        HANDLES.put(handle, new Target(handle.coordinateTypes().isEmpty() ? type : null, member));
    }

    /**
     * Before a variable handle writes.
     *
     * @param first the first argument; null if it is no object
     * @param index the second where the first is an array; else -1
     * @param isPlain whether the variable is written as if without the handle
     */
    public static void beforeHandleWrite(VarHandle handle, Object first, int index, boolean isPlain) {
        Target target = index >= 0 || handle == null ? new Target(first, "[" + index + "]") : HANDLES.get(handle);
        Object owner = target == null || target.owner() == null ? first : target.owner();
        if (target == null || owner == null) {
            return; // not found by the learner's code, or the operation itself will throw
        }
        if (isPlain) {
            watch.beforeWrite(owner, target.member());
        } else {
            watch.beforeVolatileWrite(owner, target.member());
        }
    }

    /** Before a lock is taken. */
    public static void beforeLock() {
        watch.letOthersLock();
        watch.countLock();
    }

    /** Before a synchronized method of the learner's is called: inside, the lock is held already. */
    public static void beforeSynchronizedCall() {
        watch.letOthersLock();
    }

    /** At the start of a synchronized method. */
    public static void inSynchronizedMethod() {
        watch.countLock();
    }

    /** Before a permit is taken or an atomic variable is updated. */
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

    private static <C> C changing(C collection) {
        watch.beforeChange(collection);
        if (isShareable(collection)) {
            watch.countSynchronisation();
        }
        return collection;
    }

    /** A map or queue that keeps whole through changes by several threads, one change at a time. */
    private static boolean isShareable(Object collection) {
        return collection instanceof ConcurrentMap
                || collection instanceof BlockingQueue
                || collection instanceof ConcurrentLinkedQueue
                || collection instanceof ConcurrentLinkedDeque
                || collection instanceof Hashtable
                || collection instanceof Map && collection.getClass().getName().contains("$Synchronized");
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
        if (isShareable(map)) {
            // like a volatile variable for each key: what was read before may be out of date
            watch.beforeVolatileWrite(map, map.getClass().getSimpleName() + "[" + key + "]");
        }
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

    /** {@link Map#computeIfPresent(Object, BiFunction)}. */
    public static <K, V> V computeIfPresent(Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> value) {
        return changing(map).computeIfPresent(key, value);
    }

    /** {@link Map#replace(Object, Object)}. */
    public static <K, V> V replace(Map<K, V> map, K key, V value) {
        return changing(map).replace(key, value);
    }

    /** {@link Map#replace(Object, Object, Object)}. */
    public static <K, V> boolean replace(Map<K, V> map, K key, V old, V value) {
        return changing(map).replace(key, old, value);
    }

    /** {@link Map#compute(Object, BiFunction)}. */
    public static <K, V> V compute(Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> value) {
        return changing(map).compute(key, value);
    }
}
