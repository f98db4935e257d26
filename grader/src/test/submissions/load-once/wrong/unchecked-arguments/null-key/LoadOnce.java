// Mistake: takes null for a key.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final Map<K, FutureTask<V>> loads = new HashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(loader);
        FutureTask<V> load;
        synchronized (loads) {
            load = loads.computeIfAbsent(key, asked -> new FutureTask<>(() -> loader.load(asked)));
        }
        load.run();
        try {
            return load.get();
        } catch (ExecutionException failed) {
            synchronized (loads) {
                loads.remove(key, load);
            }
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }
}
