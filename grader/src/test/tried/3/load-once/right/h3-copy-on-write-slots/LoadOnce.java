// Idea: slots in a list, of which there is one for each key.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private static final class Slot<K, V> {
        final K key; final Lock lock = new ReentrantLock(); V value;
        Slot(K key) { this.key = key; }
        @Override public boolean equals(Object o) { return o instanceof Slot<?, ?> s && s.key.equals(key); }
        @Override public int hashCode() { return key.hashCode(); }
    }
    private final CopyOnWriteArrayList<Slot<K, V>> slots = new CopyOnWriteArrayList<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        Slot<K, V> slot = new Slot<>(key);
        if (!slots.addIfAbsent(slot)) { slot = slots.get(slots.indexOf(slot)); }
        slot.lock.lockInterruptibly();
        try {
            if (slot.value == null) { slot.value = loader.load(key); }
            return slot.value;
        } finally { slot.lock.unlock(); }
    }
}
