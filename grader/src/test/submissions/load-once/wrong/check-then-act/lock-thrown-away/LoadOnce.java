// Mistake: throws the lock of a key away after each load, also of one that failed: those who wait have the old one, and
// who comes has a new one.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final ConcurrentMap<K, Object> locks = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        Object lock = locks.computeIfAbsent(key, k -> new Object());
        synchronized (lock) {
            V v = values.get(key);
            if (v != null) {
                return v;
            }
            try {
                v = loader.load(key);
                values.put(key, v);
                return v;
            } finally {
                locks.remove(key, lock);
            }
        }
    }
}
