// Mistake: a HashMap takes null, and so does this.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public synchronized void add(String dish, long n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.merge(dish, n, Long::sum);
    }

    @Override
    public synchronized long count(String dish) {
        return counts.getOrDefault(dish, 0L);
    }

    @Override
    public synchronized Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
