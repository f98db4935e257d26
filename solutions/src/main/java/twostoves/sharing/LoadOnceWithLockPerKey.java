package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

/**
 * A slot for each key, with a lock of its own that is held while its value is loaded.
 *
 * <p>{@code computeIfAbsent} makes the slot, which takes no time; the load comes after. If it fails the slot stays empty, and whoever
 * has waited loads anew, one after another. Prefer it where those who wait should have a try of their own.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class LoadOnceWithLockPerKey<K, V> implements LoadOnceContract<K, V> {

    /** Where one value is, or will be. */
    private static final class Slot<V> {
        private final ReentrantLock lock = new ReentrantLock();
        private V value;
    }

    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(loader);
        Slot<V> slot = slots.computeIfAbsent(key, first -> new Slot<>());
        slot.lock.lockInterruptibly();
        try {
            if (slot.value == null) {
                slot.value = loader.load(key);
            }
            return slot.value;
        } finally {
            slot.lock.unlock();
        }
    }
}
