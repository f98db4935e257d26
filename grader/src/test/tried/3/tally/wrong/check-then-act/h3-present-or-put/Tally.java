// Mistake: computeIfPresent is one step and put another: two may find the dish missing.
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

    public void add(String dish, long n) {
        check(dish, n);
        if (counts.computeIfPresent(dish, (d, old) -> old + n) == null) { counts.put(dish, n); }
    }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return Map.copyOf(counts); }
    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();
}
