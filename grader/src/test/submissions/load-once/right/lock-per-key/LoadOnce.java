// Idea: a lock for each key, and a second look under it.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final ConcurrentMap<K, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        V value = values.get(key);
        if (value != null) {
            return value;
        }
        ReentrantLock lock = locks.computeIfAbsent(key, first -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            value = values.get(key);
            if (value == null) {
                value = loader.load(key);
                values.put(key, value);
            }
            return value;
        } finally {
            lock.unlock();
        }
    }
}
