// Idea: a value in a final field, which may be read without a lock by whoever sees the object.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private static final class Loaded<V> { final V value; Loaded(V value) { this.value = value; } }
    private static final class Slot<V> { Loaded<V> loaded; }
    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        Slot<V> slot = slots.computeIfAbsent(key, k -> new Slot<>());
        Loaded<V> loaded = slot.loaded;
        if (loaded == null) {
            synchronized (slot) {
                loaded = slot.loaded;
                if (loaded == null) { slot.loaded = loaded = new Loaded<>(loader.load(key)); }
            }
        }
        return loaded.value;
    }
}
