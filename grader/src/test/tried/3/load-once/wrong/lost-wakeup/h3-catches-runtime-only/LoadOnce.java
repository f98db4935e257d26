// Mistake: breaks its promise only for unchecked failures.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> loads = new ConcurrentHashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> load = loads.putIfAbsent(key, mine);
        if (load == null) {
            try { V value = loader.load(key); mine.complete(value); return value; }
            catch (RuntimeException failure) {
                loads.remove(key, mine);
                mine.completeExceptionally(failure);
                throw failure;
            }
        }
        try { return load.get(); } catch (ExecutionException failed) { throw failed.getCause() instanceof Exception failure ? failure : failed; }
    }
}
