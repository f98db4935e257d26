// Mistake: the array is volatile, and its elements are not.
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

    private final ConcurrentMap<String, Integer> places = new ConcurrentHashMap<>();
    private final AtomicInteger used = new AtomicInteger();
    private volatile long[] sums = new long[1_000];
    public void add(String dish, long n) { check(dish, n); sums[places.computeIfAbsent(dish, d -> used.getAndIncrement())] += n; }
    public long count(String dish) { Integer i = places.get(dish); return i == null ? 0 : sums[i]; }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        places.forEach((d, i) -> { if (sums[i] > 0) { copy.put(d, sums[i]); } });
        return copy;
    }
}
