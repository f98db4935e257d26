// Idea: one lock for all tallies: the monitor of the class.
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
    public void add(String dish, long n) { check(dish, n); synchronized (Tally.class) { counts.merge(dish, n, Long::sum); } }
    public long count(String dish) { Objects.requireNonNull(dish); synchronized (Tally.class) { return counts.getOrDefault(dish, 0L); } }
    public Map<String, Long> snapshot() { synchronized (Tally.class) { return new HashMap<>(counts); } }
}
