// Mistake: throws the lock of a key away after each load, also of one that failed: those who wait have the old one, and who comes has a new one.
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

        Object lock = locks.computeIfAbsent(key, k -> new Object());
        synchronized (lock) {
            V v = values.get(key);
            if (v != null) { return v; }
            try {
                v = loader.load(key);
                values.put(key, v);
                return v;
            } finally { locks.remove(key, lock); }
        }
    }
}
