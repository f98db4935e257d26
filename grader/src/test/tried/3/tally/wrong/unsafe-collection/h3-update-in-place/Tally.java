// Mistake: updateAndGet changes the map itself instead of making a new one.
package twostoves.sharing;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import twostoves.contract.*;
import twostoves.kit.*;

public final class Tally implements TallyContract {

    private static void check(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n: " + n);
        }
    }

    private final AtomicReference<Map<String, Long>> counts = new AtomicReference<>(new HashMap<>());
    public void add(String dish, long n) { check(dish, n); counts.updateAndGet(map -> { map.merge(dish, n, Long::sum); return map; }); }
    public long count(String dish) { return counts.get().getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return Map.copyOf(counts.get()); }
}
