package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

/**
 * A concurrent map, and one call of it that looks and writes as one step: {@code merge}.
 *
 * <p>It is short, and threads that add to different dishes hardly ever meet. Prefer it where nothing has to hold for several
 * dishes together: a copy that is made while others add shows each dish as it was at a moment of its own. The map refuses null
 * by itself.
 */
public final class TallyWithConcurrentMap implements TallyContract {

    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.merge(dish, n, Long::sum);
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(dish, 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
