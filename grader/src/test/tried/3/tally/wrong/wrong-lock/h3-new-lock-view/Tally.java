// Mistake: a read-write lock that is made anew for each use.
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
    private final Map<String, Long> counts = new HashMap<>();
    public void add(String dish, long n) {
        check(dish, n);
        Lock mine = new ReentrantReadWriteLock(true).writeLock();
        mine.lock();
        try { counts.merge(dish, n, Long::sum); } finally { mine.unlock(); }
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
