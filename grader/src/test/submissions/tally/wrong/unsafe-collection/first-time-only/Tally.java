// Mistake: an adder for each dish, in a map that is not made for several threads.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final Map<String, LongAdder> counts = new HashMap<>();

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
        counts.forEach((dish, adder) -> snapshot.put(dish, adder.sum()));
        return snapshot;
    }
}
