// Mistake: the methods of a HashMap by reference, and no lock.
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

    private interface Adding { Long add(String dish, Long n, BiFunction<Long, Long, Long> how); }
    private final Map<String, Long> counts = new HashMap<>();
    private final Adding adding = counts::merge;
    private final Function<String, Long> looking = counts::get;
    public void add(String dish, long n) { check(dish, n); adding.add(dish, n, Long::sum); }
    public long count(String dish) { Long n = looking.apply(Objects.requireNonNull(dish)); return n == null ? 0 : n; }
    public Map<String, Long> snapshot() { return new HashMap<>(counts); }
}
