// Mistake: keeps the copy until somebody adds, and may keep an old one over a newer addition.
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

    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();
    private volatile Map<String, Long> copy;

    @Override
    public void add(String dish, long n) {
        check(dish, n);
        counts.merge(dish, n, Long::sum);
        copy = null;
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> kept = copy;
        if (kept == null) {
            kept = Map.copyOf(counts);
            copy = kept;
        }
        return kept;
    }
}
