// Mistake: adds and counts under the lock, and copies without it.
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
    public synchronized long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
