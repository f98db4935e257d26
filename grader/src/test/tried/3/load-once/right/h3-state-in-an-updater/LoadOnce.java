// Idea: an updater turns a slot from new to loading, and those who come too late park.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private static final class Slot<V> {
        volatile Thread loader;
        volatile V value;
        final Queue<Thread> parked = new ConcurrentLinkedQueue<>();
        @SuppressWarnings("rawtypes")
        static final AtomicReferenceFieldUpdater<Slot, Thread> LOADER = AtomicReferenceFieldUpdater.newUpdater(Slot.class, Thread.class, "loader");
    }
    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentSkipListMap<>(Comparator.comparing(Object::toString));
    private final ConcurrentMap<K, Slot<V>> hashed = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        Slot<V> slot = hashed.computeIfAbsent(key, k -> new Slot<>());
        if (slot.value != null) { return slot.value; }
        Thread me = Thread.currentThread();
        slot.parked.add(me);
        try {
            while (slot.value == null) {
                if (Slot.LOADER.compareAndSet(slot, null, me)) {
                    try { if (slot.value == null) { slot.value = loader.load(key); } }
                    finally { slot.loader = null; slot.parked.forEach(LockSupport::unpark); }
                } else {
                    if (Thread.interrupted()) { throw new InterruptedException(); }
                    LockSupport.park(slot);
                }
            }
            return slot.value;
        } finally { slot.parked.remove(me); }
    }
}
