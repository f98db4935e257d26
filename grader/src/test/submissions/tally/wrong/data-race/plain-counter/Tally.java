// Mistake: a concurrent map of counters that are not made for several threads.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private static final class Counter {
        private long sum;
    }

    private final ConcurrentMap<String, Counter> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.computeIfAbsent(dish, first -> new Counter()).sum += n;
    }

    @Override
    public long count(String dish) {
        Counter counter = counts.get(Objects.requireNonNull(dish));
        return counter == null ? 0 : counter.sum;
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        counts.forEach((dish, counter) -> snapshot.put(dish, counter.sum));
        return snapshot;
    }
}
