// Mistake: adds and copies under the lock, and counts without it.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public synchronized void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.merge(dish, n, Long::sum);
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public synchronized Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
