// Idea: a lock for each key that is being loaded, thrown away when the value is there.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final ConcurrentMap<K, Object> locks = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        V v = values.get(key);
        if (v != null) { return v; }
        Object lock = locks.computeIfAbsent(key, k -> new Object());
        synchronized (lock) {
            v = values.get(key);
            if (v == null) {
                v = loader.load(key);
                values.put(key, v);
            }
            locks.remove(key, lock);
            return v;
        }
    }
}
