// Mistake: lazySet after a look.
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
    public void add(String dish, long n) { check(dish, n); AtomicLong s = sums.computeIfAbsent(dish, d -> new AtomicLong()); s.lazySet(s.getPlain() + n); }
    public long count(String dish) { var s = sums.get(Objects.requireNonNull(dish)); return s == null ? 0 : s.getAcquire(); }
    public Map<String, Long> snapshot() { Map<String, Long> c = new HashMap<>(); sums.forEach((d, s) -> { if (s.get() > 0) { c.put(d, s.get()); } }); return c; }
}
