// Idea: an immutable map of promises, replaced in one step.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final AtomicReference<Map<K, CompletableFuture<V>>> loads = new AtomicReference<>(Map.of());
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        CompletableFuture<V> mine = new CompletableFuture<>();
        while (true) {
            Map<K, CompletableFuture<V>> old = loads.get();
            CompletableFuture<V> there = old.get(key);
            if (there != null) {
                try { return there.get(); }
                catch (ExecutionException e) { if (e.getCause() instanceof Exception x) { throw x; } throw e; }
            }
            Map<K, CompletableFuture<V>> more = new HashMap<>(old);
            more.put(key, mine);
            if (loads.compareAndSet(old, Map.copyOf(more))) { break; }
        }
        try { V v = loader.load(key); mine.complete(v); return v; }
        catch (Throwable t) {
            loads.updateAndGet(old -> { var less = new HashMap<>(old); less.remove(key, mine); return Map.copyOf(less); });
            mine.completeExceptionally(t);
            throw t;
        }
    }
}
