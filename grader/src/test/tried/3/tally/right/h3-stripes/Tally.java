// Idea: sixteen maps, each with its own lock.
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

    private static final class Stripe extends HashMap<String, Long> {}
    private final Stripe[] stripes = new Stripe[16];
    { Arrays.setAll(stripes, i -> new Stripe()); }
    private Stripe of(String dish) { return stripes[Math.floorMod(dish.hashCode(), stripes.length)]; }
    public void add(String dish, long n) {
        check(dish, n);
        Stripe s = of(dish);
        synchronized (s) { s.merge(dish, n, Long::sum); }
    }
    public long count(String dish) { Stripe s = of(dish); synchronized (s) { return s.getOrDefault(dish, 0L); } }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (Stripe s : stripes) { synchronized (s) { copy.putAll(s); } }
        return copy;
    }
}
