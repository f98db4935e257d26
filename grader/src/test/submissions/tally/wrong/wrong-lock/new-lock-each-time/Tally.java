// Mistake: a lock that is made anew for each call keeps nobody out.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            counts.merge(dish, n, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            return counts.getOrDefault(dish, 0L);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
