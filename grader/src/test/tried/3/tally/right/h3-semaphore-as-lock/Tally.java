// Idea: a semaphore with one permit.
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

    public void add(String dish, long n) {
        check(dish, n);
        lock();
        try { counts.merge(dish, n, Long::sum); } finally { unlock(); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        lock();
        try { return counts.getOrDefault(dish, 0L); } finally { unlock(); }
    }
    public Map<String, Long> snapshot() {
        lock();
        try { return new HashMap<>(counts); } finally { unlock(); }
    }
    private final Map<String, Long> counts = new HashMap<>();
    private final Semaphore one = new Semaphore(1);
    private void lock() { one.acquireUninterruptibly(); }
    private void unlock() { one.release(); }
}
