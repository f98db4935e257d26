// Mistake: the view of a sorted map from behind, and no lock.
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

    
    private final Map<String, Long> counts = new TreeMap<String, Long>().descendingMap();
    public void add(String dish, long n) { check(dish, n); counts.merge(dish, n, Long::sum); }
    public long count(String dish) { return counts.getOrDefault(Objects.requireNonNull(dish), 0L); }
    public Map<String, Long> snapshot() { return new HashMap<>(counts); }
}
