// Mistake: count returns before it unlocks.
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
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
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
        lock.lock();
        if (!counts.containsKey(dish)) {
            lock.unlock();
            return 0;
        }
        return counts.get(dish);
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
