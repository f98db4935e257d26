// Idea: a new map for each change, put in the place of the old one if that is still there.
package twostoves.sharing;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final AtomicReference<Map<String, Long>> counts = new AtomicReference<>(Map.of());

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        Map<String, Long> old;
        Map<String, Long> changed;
        do {
            old = counts.get();
            changed = new HashMap<>(old);
            changed.merge(dish, n, Long::sum);
        } while (!counts.compareAndSet(old, Collections.unmodifiableMap(changed)));
    }

    @Override
    public long count(String dish) {
        return counts.get().getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return counts.get();
    }
}
