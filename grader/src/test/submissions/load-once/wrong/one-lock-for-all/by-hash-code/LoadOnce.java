// Mistake: a lock for each hash code.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Object> locks = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        synchronized (locks.computeIfAbsent(key.hashCode(), first -> new Object())) {
            V value = values.get(key);
            if (value == null) {
                value = loader.load(key);
                values.put(key, value);
            }
            return value;
        }
    }
}
