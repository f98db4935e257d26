// Mistake: a map in the order of access: to look into it changes it, and many look at a time.
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

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Long> counts = new LinkedHashMap<>(16, 0.75f, true);
    public void add(String dish, long n) {
        check(dish, n);
        lock.writeLock().lock();
        try { counts.merge(dish, n, Long::sum); } finally { lock.writeLock().unlock(); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        lock.readLock().lock();
        try { return counts.getOrDefault(dish, 0L); } finally { lock.readLock().unlock(); }
    }
    public Map<String, Long> snapshot() {
        lock.readLock().lock();
        try { return new HashMap<>(counts); } finally { lock.readLock().unlock(); }
    }
}
