// Mistake: loads in the common pool.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> loads = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        CompletableFuture<V> load = loads.computeIfAbsent(key, asked -> CompletableFuture.supplyAsync(() -> {
            try {
                return loader.load(asked);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }));
        try {
            return load.get();
        } catch (ExecutionException failed) {
            loads.remove(key, load);
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }
}
