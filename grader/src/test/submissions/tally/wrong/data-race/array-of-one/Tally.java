// Mistake: an array of one element as a counter.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final ConcurrentMap<String, long[]> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.computeIfAbsent(dish, first -> new long[1])[0] += n;
    }

    @Override
    public long count(String dish) {
        long[] count = counts.get(Objects.requireNonNull(dish));
        return count == null ? 0 : count[0];
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        counts.forEach((dish, count) -> snapshot.put(dish, count[0]));
        return snapshot;
    }
}
