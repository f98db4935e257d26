// Idea: each thread counts in a map of its own, and whoever looks adds them up.
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

    private final Collection<Map<String, Long>> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Map<String, Long>> mine = ThreadLocal.withInitial(() -> {
        Map<String, Long> map = new ConcurrentHashMap<>();
        all.add(map);
        return map;
    });
    public void add(String dish, long n) { check(dish, n); mine.get().merge(dish, n, Long::sum); }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        return all.stream().mapToLong(m -> m.getOrDefault(dish, 0L)).sum();
    }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        all.forEach(m -> m.forEach((d, n) -> copy.merge(d, n, Long::sum)));
        return copy;
    }
}
