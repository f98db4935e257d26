// Mistake: asks again and again whether the other one is done.
package twostoves.sharing;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final Set<K> loading = ConcurrentHashMap.newKeySet();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        while (true) {
            V value = values.get(key);
            if (value != null) {
                return value;
            }
            if (loading.add(key)) {
                try {
                    value = values.get(key);
                    if (value == null) {
                        value = loader.load(key);
                        values.put(key, value);
                    }
                    return value;
                } finally {
                    loading.remove(key);
                }
            }
            Thread.onSpinWait();
        }
    }
}
