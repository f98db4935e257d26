// Idea: whoever marks the map may change it, and who cannot mark it waits for the lock of the marker.
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

    private final AtomicMarkableReference<Map<String, Long>> counts = new AtomicMarkableReference<>(Map.of(), false);
    public void add(String dish, long n) {
        check(dish, n);
        while (true) {
            Map<String, Long> old = counts.getReference();
            Map<String, Long> more = new TreeMap<>(old);
            more.merge(dish, n, Math::addExact);
            if (counts.weakCompareAndSet(old, Collections.unmodifiableMap(more), false, false)) { return; }
        }
    }
    public long count(String dish) { return counts.getReference().getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return counts.get(new boolean[1]); }
}
