// Mistake: a semaphore for all loads: a loader that asks for another key waits for itself.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final Semaphore one = new Semaphore(1);
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        V v = values.get(key);
        if (v != null) { return v; }
        one.acquire();
        try {
            v = values.get(key);
            if (v == null) { v = loader.load(key); values.put(key, v); }
            return v;
        } finally { one.release(); }
    }
}
