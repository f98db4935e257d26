// Idea: a stamped lock for each key: optimistic look first, a write stamp to load.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private static final class Slot<V> { final StampedLock lock = new StampedLock(); V value; }
    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        Slot<V> slot = slots.computeIfAbsent(key, k -> new Slot<>());
        long stamp = slot.lock.tryOptimisticRead();
        V seen = slot.value;
        if (seen != null && slot.lock.validate(stamp)) { return seen; }
        stamp = slot.lock.writeLockInterruptibly();
        try {
            if (slot.value == null) { slot.value = loader.load(key); }
            return slot.value;
        } finally { slot.lock.unlockWrite(stamp); }
    }
}
