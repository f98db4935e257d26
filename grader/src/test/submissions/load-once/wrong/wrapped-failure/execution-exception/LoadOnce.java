// Mistake: throws the ExecutionException.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, Future<V>> loads = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        FutureTask<V> mine = new FutureTask<>(() -> loader.load(key));
        Future<V> load = loads.putIfAbsent(key, mine);
        if (load == null) {
            load = mine;
            mine.run();
        }
        try {
            return load.get();
        } catch (ExecutionException failed) {
            loads.remove(key, load);
            throw failed;
        }
    }
}
