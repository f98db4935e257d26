// Mistake: looks under the lock and puts under the lock, and loads between.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final Map<K, V> values = new HashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        V value;
        synchronized (this) {
            value = values.get(key);
        }
        if (value == null) {
            value = loader.load(key);
            synchronized (this) {
                values.put(key, value);
            }
        }
        return value;
    }
}
