// Mistake: replaces the sum if it is still the old one, does not ask whether it was, and begins with nothing.
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
    public void add(String dish, long n) {
        check(dish, n);
        counts.putIfAbsent(dish, 0L);
        Long old = counts.get(dish);
        counts.replace(dish, old, old + n);
    }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>(counts);
        copy.values().removeIf(n -> n == 0);
        return copy;
    }
}
