package twostoves.kit;

/**
 * Finds the value for a key, which takes time: over a network, from a disk, or by a long computation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface Loader<K, V> {

    /**
     * Loads a value and waits until it is there. May be called from any thread, and for different keys at the same time.
     *
     * @param key the key
     * @return the value; not null
     * @throws Exception if it cannot be loaded, or if the thread is interrupted meanwhile
     */
    V load(K key) throws Exception;
}
