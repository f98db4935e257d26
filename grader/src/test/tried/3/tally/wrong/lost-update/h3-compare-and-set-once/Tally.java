// Mistake: one compareAndSet without a loop: whoever is too late loses the addition.
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

    private final ConcurrentMap<String, AtomicLong> sums = new ConcurrentHashMap<>();
    public void add(String dish, long n) {
        check(dish, n);
        AtomicLong sum = sums.computeIfAbsent(dish, d -> new AtomicLong());
        long old = sum.get();
        sum.compareAndSet(old, old + n);
    }
    public long count(String dish) { var s = sums.get(dish); return s == null ? 0 : s.get(); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        sums.forEach((d, s) -> { if (s.get() > 0) { copy.put(d, s.get()); } });
        return copy;
    }
}
