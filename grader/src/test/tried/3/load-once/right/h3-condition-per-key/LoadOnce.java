// Idea: one lock, held for a moment, and a condition for each key that is being loaded.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> values = new HashMap<>();
    private final Map<K, Condition> loading = new HashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        lock.lockInterruptibly();
        try {
            while (true) {
                V v = values.get(key);
                if (v != null) { return v; }
                Condition done = loading.get(key);
                if (done == null) { break; }
                done.await();
            }
            loading.put(key, lock.newCondition());
        } finally { lock.unlock(); }
        V v = null;
        try { v = loader.load(key); return v; }
        finally {
            lock.lock();
            try {
                if (v != null) { values.put(key, v); }
                loading.remove(key).signalAll();
            } finally { lock.unlock(); }
        }
    }
}
