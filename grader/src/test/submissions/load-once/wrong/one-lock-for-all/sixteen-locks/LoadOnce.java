// Mistake: sixteen locks, and keys that share one wait for each other.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final Object[] locks = new Object[16];

    public LoadOnce() {
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
    }

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        synchronized (locks[Math.floorMod(key.hashCode(), locks.length)]) {
            V value = values.get(key);
            if (value == null) {
                value = loader.load(key);
                values.put(key, value);
            }
            return value;
        }
    }
}
