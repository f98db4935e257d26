// Mistake: locks the count itself, which is another object after each addition.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        synchronized (counts.getOrDefault(dish, 0L)) {
            counts.put(dish, counts.getOrDefault(dish, 0L) + n);
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        return counts.getOrDefault(dish, 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
