// Mistake: each call of a synchronized map is safe, and the two together are not.
package twostoves.sharing;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = Collections.synchronizedMap(new HashMap<>());

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.put(dish, counts.getOrDefault(dish, 0L) + n);
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        synchronized (counts) {
            return new HashMap<>(counts);
        }
    }
}
