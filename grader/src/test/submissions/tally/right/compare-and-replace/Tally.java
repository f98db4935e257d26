// Idea: looks, and writes only if nobody has written since.
package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        while (true) {
            Long old = counts.putIfAbsent(dish, n);
            if (old == null || counts.replace(dish, old, old + n)) {
                return;
            }
        }
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
