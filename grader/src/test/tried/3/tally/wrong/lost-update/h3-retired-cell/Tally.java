// Mistake: a cell is taken out while it is added to: the addition goes into a cell that nobody sees.
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

    private final ConcurrentMap<String, LongAdder> sums = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> total = new ConcurrentHashMap<>();
    public void add(String dish, long n) { check(dish, n); sums.computeIfAbsent(dish, d -> new LongAdder()).add(n); }
    private void collect(String dish) {
        LongAdder adder = sums.remove(dish);
        if (adder != null) { total.merge(dish, adder.sum(), Long::sum); }
    }
    public synchronized long count(String dish) { collect(dish); return total.getOrDefault(dish, 0L); }
    public synchronized Map<String, Long> snapshot() { sums.keySet().forEach(this::collect); return Map.copyOf(total); }
}
