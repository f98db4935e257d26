// Mistake: writes under the read lock, which any number of threads can hold.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        lock.readLock().lock();
        try {
            counts.merge(dish, n, Long::sum);
        } finally {
            lock.readLock().unlock();
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
