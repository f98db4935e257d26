package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import twostoves.contract.TallyContract;

/**
 * The code as it was, and one lock around all that touches the map: looking and writing together, and reading too.
 *
 * <p>A lock of two kinds: any number of threads may read at the same time, and whoever writes is alone. So those who only look do
 * not keep each other waiting, and a snapshot shows all counts as they were at one moment.
 */
public final class Tally implements TallyContract {

    private final Map<String, Long> counts = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        lock.writeLock().lock();
        try {
            counts.merge(dish, n, Long::sum);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        lock.readLock().lock();
        try {
            return counts.getOrDefault(dish, 0L);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        lock.readLock().lock();
        try {
            return new HashMap<>(counts);
        } finally {
            lock.readLock().unlock();
        }
    }
}
