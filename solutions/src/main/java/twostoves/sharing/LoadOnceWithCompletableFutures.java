package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

/**
 * A promise for each key: whoever is first puts it into the map, loads, and keeps it.
 *
 * <p>The future is completed by hand, so the map sees nothing of the load but its end. Prefer it where others want to go on from the
 * value with {@code thenApply}, or where the cache itself is to load in the background one day.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class LoadOnceWithCompletableFutures<K, V> implements LoadOnceContract<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> promises = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(loader);
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = promises.putIfAbsent(key, mine);
        return others == null ? load(key, loader, mine) : await(others);
    }

    private V load(K key, Loader<K, V> loader, CompletableFuture<V> promise) throws Exception {
        try {
            V value = loader.load(key);
            promise.complete(value);
            return value;
        } catch (Throwable failure) {
            promises.remove(key, promise);
            promise.completeExceptionally(failure); // or those who wait would wait for ever
            throw failure;
        }
    }

    private static <V> V await(CompletableFuture<V> promise) throws Exception {
        try {
            return promise.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }
}
