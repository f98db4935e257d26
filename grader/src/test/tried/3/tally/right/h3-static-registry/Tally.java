// Idea: the counts of all tallies in one final map, by the tally.
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

    private static final Map<Tally, ConcurrentMap<String, Long>> ALL = Collections.synchronizedMap(new WeakHashMap<>());
    private ConcurrentMap<String, Long> mine() { return ALL.computeIfAbsent(this, t -> new ConcurrentHashMap<>()); }
    public void add(String dish, long n) { check(dish, n); mine().merge(dish, n, Long::sum); }
    public long count(String dish) { return mine().getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return Map.copyOf(mine()); }
}
