// Mistake: keeps the copy until somebody adds, and may keep an old one over a newer addition.
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

    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();
    private volatile Map<String, Long> copy;
    public void add(String dish, long n) { check(dish, n); counts.merge(dish, n, Long::sum); copy = null; }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() {
        Map<String, Long> kept = copy;
        if (kept == null) { kept = Map.copyOf(counts); copy = kept; }
        return kept;
    }
}
