// Mistake: a HashMap with a body of its own, and no lock.
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

    
    private final Map<String, Long> counts = new HashMap<>() {
        @Override public Long get(Object key) { return getOrDefault(key, 0L); }
    };
    public void add(String dish, long n) { check(dish, n); counts.merge(dish, n, Long::sum); }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return new HashMap<>(counts); }
}
