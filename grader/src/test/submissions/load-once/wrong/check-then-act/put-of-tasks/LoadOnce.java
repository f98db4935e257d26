// Mistake: two threads find no task, and the second replaces the first.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, FutureTask<V>> loads = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        FutureTask<V> load = loads.get(key);
        if (load == null) {
            load = new FutureTask<>(() -> loader.load(key));
            loads.put(key, load);
            load.run();
        }
        try {
            return load.get();
        } catch (ExecutionException failed) {
            loads.remove(key, load);
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }
}
