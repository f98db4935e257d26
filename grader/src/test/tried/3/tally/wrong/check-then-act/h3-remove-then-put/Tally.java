// Mistake: takes the old sum out and puts the new one in: another may come between.
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
        Long old = counts.remove(dish);
        counts.merge(dish, old == null ? n : old + n, Long::sum);
    }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return Map.copyOf(counts); }
}
