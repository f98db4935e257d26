// Mistake: the snapshot takes the counts out of the adders.
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
    public void add(String dish, long n) { check(dish, n); sums.computeIfAbsent(dish, d -> new LongAdder()).add(n); }
    public long count(String dish) { var s = sums.get(dish); return s == null ? 0 : s.sum(); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        sums.forEach((d, s) -> copy.put(d, s.sumThenReset()));
        return copy;
    }
}
