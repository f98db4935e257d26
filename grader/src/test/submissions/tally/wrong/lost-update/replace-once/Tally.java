// Mistake: replaces the sum if it is still the old one, and does not ask whether it was.
package twostoves.sharing;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {

    private static void check(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n: " + n);
        }
    }

    @Override
    public void add(String dish, long n) {
        check(dish, n);
        Long old = counts.putIfAbsent(dish, n);
        if (old != null) {
            counts.replace(dish, old, old + n);
        }
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return Map.copyOf(counts);
    }

    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();
}
