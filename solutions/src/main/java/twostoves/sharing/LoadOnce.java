package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

/**
 * Keeps the loads rather than the values: a {@link FutureTask} for each key, put into the map before it runs.
 *
 * <p>{@code putIfAbsent} says in one step whether this thread is the first. If it is, it loads; if not, it waits for the one that
 * does. The map itself is locked by nobody while a value is loaded. What has failed is taken out again, and nothing else in its
 * place.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final ConcurrentMap<K, Future<V>> loads = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(loader);
        Future<V> load = loads.get(key);
        if (load == null) {
            FutureTask<V> mine = new FutureTask<>(() -> loader.load(key));
            load = loads.putIfAbsent(key, mine);
            if (load == null) {
                load = mine;
                mine.run();
            }
        }
        try {
            return load.get();
        } catch (ExecutionException failed) {
            loads.remove(key, load);
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }
}
