// Idea: a read stamp that is turned into a write stamp, or given up.
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

    private final StampedLock lock = new StampedLock();
    private final Map<String, Long> counts = new HashMap<>();
    public void add(String dish, long n) {
        check(dish, n);
        long stamp = lock.readLock();
        try {
            while (true) {
                long old = counts.getOrDefault(dish, 0L);
                long write = lock.tryConvertToWriteLock(stamp);
                if (write != 0) { stamp = write; counts.put(dish, old + n); return; }
                lock.unlockRead(stamp);
                stamp = lock.writeLock();
            }
        } finally { lock.unlock(stamp); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        long stamp = lock.readLock();
        try { return counts.getOrDefault(dish, 0L); } finally { lock.unlockRead(stamp); }
    }
    public Map<String, Long> snapshot() {
        long stamp = lock.readLock();
        try { return new TreeMap<>(counts); } finally { lock.unlockRead(stamp); }
    }
}
