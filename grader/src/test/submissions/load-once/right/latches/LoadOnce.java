// Idea: whoever is first leaves a latch at which the others wait, and then look again.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final ConcurrentMap<K, CountDownLatch> loading = new ConcurrentHashMap<>();

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        while (true) {
            V value = values.get(key);
            if (value != null) {
                return value;
            }
            CountDownLatch mine = new CountDownLatch(1);
            CountDownLatch others = loading.putIfAbsent(key, mine);
            if (others != null) {
                others.await();
                continue;
            }
            try {
                value = values.get(key);
                if (value == null) {
                    value = loader.load(key);
                    values.put(key, value);
                }
                return value;
            } finally {
                loading.remove(key);
                mine.countDown();
            }
        }
    }
}
