// Mistake: Entry.setValue after a look, on a concurrent map.
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

    @Override
    public void add(String dish, long n) {
        check(dish, n);
        if (counts.putIfAbsent(dish, n) == null) {
            return;
        }
        for (Map.Entry<String, Long> e : counts.entrySet()) {
            if (e.getKey().equals(dish)) {
                e.setValue(e.getValue() + n);
            }
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
}
