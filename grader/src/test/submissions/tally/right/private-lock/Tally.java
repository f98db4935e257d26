// Idea: a lock that nobody else can take.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();
    private final Object lock = new Object();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        synchronized (lock) {
            counts.merge(dish, n, Long::sum);
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        synchronized (lock) {
            return counts.getOrDefault(dish, 0L);
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        synchronized (lock) {
            return Map.copyOf(counts);
        }
    }
}
