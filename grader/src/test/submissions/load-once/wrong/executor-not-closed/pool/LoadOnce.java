// Mistake: loads on a pool that is never closed.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, Future<V>> loads = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        Future<V> load = loads.computeIfAbsent(key, asked -> pool.submit(() -> loader.load(asked)));
        try {
            return load.get();
        } catch (ExecutionException failed) {
            loads.remove(key, load);
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }
}
