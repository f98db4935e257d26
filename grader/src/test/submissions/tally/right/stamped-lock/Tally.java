// Idea: a stamp for reading, another for writing.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.StampedLock;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();
    private final StampedLock lock = new StampedLock();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        long stamp = lock.writeLock();
        try {
            counts.merge(dish, n, Long::sum);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        long stamp = lock.readLock();
        try {
            return counts.getOrDefault(dish, 0L);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        long stamp = lock.readLock();
        try {
            return new HashMap<>(counts);
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
