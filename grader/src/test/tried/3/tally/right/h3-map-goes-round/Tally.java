// Idea: there is one map, and only whoever has taken it out of the queue may touch it.
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

    private final BlockingQueue<Map<String, Long>> shelf = new ArrayBlockingQueue<>(1);
    { shelf.add(new HashMap<>()); }
    private <R> R with(Function<Map<String, Long>, R> what) {
        boolean interrupted = false;
        Map<String, Long> map = null;
        while (map == null) {
            try { map = shelf.take(); } catch (InterruptedException e) { interrupted = true; }
        }
        try { return what.apply(map); } finally {
            shelf.add(map);
            if (interrupted) { Thread.currentThread().interrupt(); }
        }
    }
    public void add(String dish, long n) { check(dish, n); with(map -> map.merge(dish, n, Long::sum)); }
    public long count(String dish) { Objects.requireNonNull(dish); return with(map -> map.getOrDefault(dish, 0L)); }
    public Map<String, Long> snapshot() { return with(Map::copyOf); }
}
