// Mistake: get and then set: each is atomic, and both together are not.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        AtomicLong count = counts.computeIfAbsent(dish, first -> new AtomicLong());
        count.set(count.get() + n);
    }

    @Override
    public long count(String dish) {
        AtomicLong count = counts.get(Objects.requireNonNull(dish));
        return count == null ? 0 : count.get();
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        counts.forEach((dish, count) -> snapshot.put(dish, count.get()));
        return snapshot;
    }
}
