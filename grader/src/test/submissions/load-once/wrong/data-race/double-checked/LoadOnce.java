// Mistake: looks for the value without the lock first, in a field that is not volatile.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private static final class Slot<V> {
        private V value;
    }

    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        Slot<V> slot = slots.computeIfAbsent(key, first -> new Slot<>());
        if (slot.value == null) {
            synchronized (slot) {
                if (slot.value == null) {
                    slot.value = loader.load(key);
                }
            }
        }
        return slot.value;
    }
}
