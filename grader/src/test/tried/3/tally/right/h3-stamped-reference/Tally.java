// Idea: an immutable map and its version, replaced together if nobody was quicker.
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

    private final AtomicStampedReference<Map<String, Long>> counts = new AtomicStampedReference<>(Map.of(), 0);
    public void add(String dish, long n) {
        check(dish, n);
        int[] version = new int[1];
        Map<String, Long> old, next;
        do {
            old = counts.get(version);
            next = new HashMap<>(old);
            next.merge(dish, n, Long::sum);
        } while (!counts.compareAndSet(old, Map.copyOf(next), version[0], version[0] + 1));
    }
    public long count(String dish) { return counts.getReference().getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return counts.getReference(); }
}
