// Idea: a lazy value for each key with double-checked locking in a volatile field.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private static final class Lazy<K, V> {
        private volatile V value;
        V get(K key, Loader<K, V> loader) throws Exception {
            V v = value;
            if (v == null) { synchronized (this) { v = value; if (v == null) { value = v = loader.load(key); } } }
            return v;
        }
    }
    private final Map<K, Lazy<K, V>> lazies = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        return lazies.computeIfAbsent(key, k -> new Lazy<>()).get(key, loader);
    }
}
