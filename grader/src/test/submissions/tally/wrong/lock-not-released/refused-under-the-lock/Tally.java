// Mistake: checks the argument under the lock, and unlocks only if it was in order.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        lock.lock();
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.merge(dish, n, Long::sum);
        lock.unlock();
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        lock.lock();
        try {
            return counts.getOrDefault(dish, 0L);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        lock.lock();
        try {
            return new HashMap<>(counts);
        } finally {
            lock.unlock();
        }
    }
}
