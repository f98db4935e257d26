// Mistake: looks into the map before it takes the lock.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    private final Map<K, FutureTask<V>> loads = new HashMap<>();
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);

        FutureTask<V> task = loads.get(key);
        if (task == null) {
            FutureTask<V> mine = new FutureTask<>(() -> loader.load(key));
            synchronized (loads) { task = loads.putIfAbsent(key, mine); }
            if (task == null) { task = mine; mine.run(); }
        }
        try { return task.get(); }
        catch (ExecutionException e) {
            synchronized (loads) { loads.remove(key, task); }
            if (e.getCause() instanceof Exception x) { throw x; }
            throw e;
        }
    }
}
