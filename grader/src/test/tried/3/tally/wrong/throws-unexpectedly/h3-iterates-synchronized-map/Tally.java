// Mistake: goes through a synchronized map without its lock.
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

    private final Map<String, Long> counts = Collections.synchronizedMap(new HashMap<>());
    public void add(String dish, long n) { check(dish, n); counts.merge(dish, n, Long::sum); }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (Map.Entry<String, Long> e : counts.entrySet()) { copy.put(e.getKey(), e.getValue()); }
        return copy;
    }
}
