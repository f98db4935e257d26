// Idea: a value is published with release, read with acquire, and loaded under a lock of its key.
package twostoves.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.LoadOnceContract;
import twostoves.kit.Loader;

public final class LoadOnce<K, V> implements LoadOnceContract<K, V> {
    private static final VarHandle LOADED;

    static {
        try {
            LOADED = MethodHandles.lookup().findVarHandle(Slot.class, "loaded", Loaded.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What was loaded, which may be null. */
    private static final class Loaded {
        private final Object value;

        Loaded(Object value) {
            this.value = value;
        }
    }

    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private Loaded loaded;
    }

    private final ConcurrentMap<K, Slot> slots = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public V get(K key, Loader<K, V> loader) throws Exception {
        Objects.requireNonNull(key);
        Objects.requireNonNull(loader);
        Slot slot = slots.computeIfAbsent(key, first -> new Slot());
        Loaded loaded = (Loaded) LOADED.getAcquire(slot);
        if (loaded == null) {
            slot.lock.lockInterruptibly();
            try {
                loaded = (Loaded) LOADED.getAcquire(slot);
                if (loaded == null) {
                    loaded = new Loaded(loader.load(key));
                    LOADED.setRelease(slot, loaded);
                }
            } finally {
                slot.lock.unlock();
            }
        }
        return (V) loaded.value;
    }
}
