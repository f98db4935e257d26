// Idea: each method of a Hashtable is synchronized, and the copy holds its lock.
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

    private final Hashtable<String, Long> counts = new Hashtable<>();
    public void add(String dish, long n) { check(dish, n); counts.merge(dish, n, Long::sum); }
    public long count(String dish) { return counts.getOrDefault(dish, 0L); }
    @SuppressWarnings("unchecked")
    public Map<String, Long> snapshot() { return (Map<String, Long>) counts.clone(); }
}
