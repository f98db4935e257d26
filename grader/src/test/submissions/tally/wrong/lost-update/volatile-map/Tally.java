// Mistake: everybody sees the newest map, and two who copy it at the same time lose one of the copies.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private volatile Map<String, Long> counts = Map.of();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        Map<String, Long> changed = new HashMap<>(counts);
        changed.merge(dish, n, Long::sum);
        counts = Map.copyOf(changed);
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return counts;
    }
}
