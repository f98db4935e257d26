// Mistake: replaces the sum if it is still the old one, and does not ask whether it was.
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
        Long old = counts.putIfAbsent(dish, n);
        if (old != null) { counts.replace(dish, old, old + n); }
    }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return Map.copyOf(counts); }
    private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();
}
