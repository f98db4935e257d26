// Idea: the map is made when it is first needed, after a second look under the lock, in a volatile field.
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

    private volatile ConcurrentMap<String, LongAdder> counts;
    private ConcurrentMap<String, LongAdder> counts() {
        var map = counts;
        if (map == null) {
            synchronized (this) { map = counts; if (map == null) { counts = map = new ConcurrentHashMap<>(); } }
        }
        return map;
    }
    public void add(String dish, long n) { check(dish, n); counts().computeIfAbsent(dish, d -> new LongAdder()).add(n); }
    public long count(String dish) { var a = counts().get(dish); return a == null ? 0 : a.sum(); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        counts().forEach((d, a) -> { if (a.sum() > 0) { copy.put(d, a.sum()); } });
        return copy;
    }
}
