// Mistake: one map for all tallies.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        COUNTS.merge(dish, n, Long::sum);
    }

    @Override
    public long count(String dish) {
        return COUNTS.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(COUNTS);
    }
}
