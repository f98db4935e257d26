// Mistake: a larger table makes it rarer.
package twostoves.sharing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>(100_000);

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        try {
            return values.computeIfAbsent(key, asked -> {
                try {
                    return loader.load(asked);
                } catch (Exception e) {
                    throw new Failed(e);
                }
            });
        } catch (Failed failed) {
            throw failed.original;
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Exception original;

        Failed(Exception original) {
            super(original);
            this.original = original;
        }
    }
}
