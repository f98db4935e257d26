// Mistake: one load at a time.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final Map<K, V> values = new HashMap<>();

    @Override
    public synchronized V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        V value = values.get(key);
        if (value == null) {
            value = loader.load(key);
            values.put(key, value);
        }
        return value;
    }
}
