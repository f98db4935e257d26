package twostoves.sharing;

import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;
import twostoves.kit.Todo;

/**
 * Exercise 24: a cache that loads each value once, however many threads ask for it at the same time.
 *
 * <p>What is asked is in {@link LoadOnceContract}; the page is {@code docs/exercises/load-once.md}. Grade it with
 * {@code mvn test -Dkata=load-once}.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {

    @Override
    public V get(K key, Loader<K, V> loader) throws Exception {
        throw new Todo();
    }
}
