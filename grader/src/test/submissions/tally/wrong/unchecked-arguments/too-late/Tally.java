// Mistake: refuses after it has made an entry.
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
        LongAdder adder = counts.computeIfAbsent(dish, first -> new LongAdder());
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        adder.add(n);
    }

    @Override
    public long count(String dish) {
        LongAdder adder = counts.get(Objects.requireNonNull(dish));
        return adder == null ? 0 : adder.sum();
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        counts.forEach((dish, adder) -> snapshot.put(dish, adder.sum()));
        return snapshot;
    }
}
