// Mistake: a stripe by the remainder of the hash code, which may be negative.
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

    private final List<Map<String, Long>> stripes = java.util.stream.Stream.<Map<String, Long>>generate(HashMap::new).limit(16).toList();
    private Map<String, Long> of(String dish) { return stripes.get(dish.hashCode() % 16); }
    public void add(String dish, long n) { check(dish, n); var s = of(dish); synchronized (s) { s.merge(dish, n, Long::sum); } }
    public long count(String dish) { var s = of(dish); synchronized (s) { return s.getOrDefault(dish, 0L); } }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (var s : stripes) { synchronized (s) { copy.putAll(s); } }
        return copy;
    }
}
