// Idea: an adder for each dish.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.computeIfAbsent(dish, first -> new LongAdder()).add(n);
    }

    @Override
    public long count(String dish) {
        LongAdder adder = counts.get(Objects.requireNonNull(dish));
        return adder == null ? 0 : adder.sum();
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        for (Map.Entry<String, LongAdder> each : counts.entrySet()) {
            snapshot.put(each.getKey(), each.getValue().sum());
        }
        return snapshot;
    }
}
