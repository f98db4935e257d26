// Mistake: copies the array without its lock.
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
    private final long[] sums = new long[100];
    public void add(String dish, long n) { check(dish, n); int i = places.computeIfAbsent(dish, d -> used.getAndIncrement()); synchronized (sums) { sums[i] += n; } }
    public long count(String dish) { Integer i = places.get(dish); synchronized (sums) { return i == null ? 0 : sums[i]; } }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        long[] now = new long[100];
        System.arraycopy(sums, 0, now, 0, 100);
        places.forEach((d, i) -> { if (now[i] > 0) { copy.put(d, now[i]); } });
        return copy;
    }
}
