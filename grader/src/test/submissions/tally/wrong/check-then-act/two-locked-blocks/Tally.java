// Mistake: two synchronized blocks, one for looking and one for writing.
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
        long old;
        synchronized (counts) {
            old = counts.getOrDefault(dish, 0L);
        }
        synchronized (counts) {
            counts.put(dish, old + n);
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        synchronized (counts) {
            return counts.getOrDefault(dish, 0L);
        }
    }

    @Override
    public Map<String, Long> snapshot() {
        synchronized (counts) {
            return new HashMap<>(counts);
        }
    }
}
