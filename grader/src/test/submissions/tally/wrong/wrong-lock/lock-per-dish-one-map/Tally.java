// Mistake: a lock for each dish, and one map for all of them.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();
    private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        synchronized (locks.computeIfAbsent(dish, first -> new Object())) {
            counts.merge(dish, n, Long::sum);
        }
    }

    @Override
    public long count(String dish) {
        synchronized (locks.computeIfAbsent(dish, first -> new Object())) {
            return counts.getOrDefault(dish, 0L);
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
