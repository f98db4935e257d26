// Mistake: one map for all caches.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private static final ConcurrentMap<Object, Object> VALUES = new ConcurrentHashMap<>();
    private final ConcurrentMap<K, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        ReentrantLock lock = locks.computeIfAbsent(key, first -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            @SuppressWarnings("unchecked")
            V value = (V) VALUES.get(key);
            if (value == null) {
                value = loader.load(key);
                VALUES.put(key, value);
            }
            return value;
        } finally {
            lock.unlock();
        }
    }
}
