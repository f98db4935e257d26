// Idea: one monitor, held for a moment only, and a set of the keys that are being loaded.
package twostoves.sharing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final Map<K, V> values = new HashMap<>();
    private final Set<K> loading = new HashSet<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        synchronized (this) {
            while (loading.contains(key)) {
                wait();
            }
            V value = values.get(key);
            if (value != null) {
                return value;
            }
            loading.add(key);
        }
        try {
            V value = loader.load(key);
            synchronized (this) {
                values.put(key, value);
            }
            return value;
        } finally {
            synchronized (this) {
                loading.remove(key);
                notifyAll();
            }
        }
    }
}
