package twostoves.contract;

import twostoves.kit.Loader;

/**
 * Exercise 24, {@code load-once}: a cache whose values are loaded when they are first asked for, and only once.
 *
 * <p>It may be used by any number of threads at once, and starts none itself: values are loaded by the threads that ask for
 * them.
 *
 * @param <K> the type of the keys, which are the same if {@code equals} says so
 * @param <V> the type of the values
 */
public interface LoadOnceContract<K, V> {

    /**
     * Gives the value for a key. If it is not there yet, it is loaded; if it is being loaded by another thread, this one waits
     * for it.
     *
     * <ul>
     *   <li>However many threads ask for a key at the same time, it is never loaded by two of them at once; and once it has been
     *       loaded, it is never loaded again.
     *   <li>A thread that asks for one key never waits for the load of another. Two keys are different if {@code equals} says so,
     *       also where they have the same hash code.
     *   <li>A load that fails is not remembered: whoever asks for that key afterwards loads it anew. Those who were waiting for
     *       that load may get its exception too, or load anew, one after another.
     *   <li>A loader may ask this cache for another key while it loads. (Keys that need each other in a circle cannot be loaded,
     *       and are not asked for.)
     *   <li>A thread that is interrupted while it waits for another thread's load throws {@link InterruptedException}. A solution
     *       that cannot be interrupted there returns the value, with the thread's interrupt flag still set. The load goes on in
     *       both cases.
     * </ul>
     *
     * @param key the key
     * @param loader loads the value, if need be
     * @return the value: for all who ask, the very object that the loader has returned
     * @throws Exception if the load failed: the very exception that {@code loader} threw, not wrapped in another
     * @throws NullPointerException if {@code key} or {@code loader} is null
     */
    V get(K key, Loader<K, V> loader) throws Exception;
}
