// Mistake: a plain flag says that the value is there.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private static final class Slot<V> { boolean done; V value; }
    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        Slot<V> slot = slots.computeIfAbsent(key, k -> new Slot<>());
        if (!slot.done) {
            synchronized (slot) {
                if (!slot.done) { slot.value = loader.load(key); slot.done = true; }
            }
        }
        return slot.value;
    }
}
