// Mistake: adds under its own lock, and looks under that of the map.
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

    private final Map<String, Long> counts = new HashMap<>();
    public synchronized void add(String dish, long n) { check(dish, n); counts.merge(dish, n, Long::sum); }
    public long count(String dish) { Objects.requireNonNull(dish); synchronized (counts) { return counts.getOrDefault(dish, 0L); } }
    public Map<String, Long> snapshot() { synchronized (counts) { return new HashMap<>(counts); } }
}
