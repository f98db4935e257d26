// Idea: names and sums in arrays that are copied when they are full, under a read-write lock that is downgraded.
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

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private String[] names = new String[1];
    private long[] sums = new long[1];
    private int used;
    private int find(String dish) { for (int i = 0; i < used; i++) { if (names[i].equals(dish)) { return i; } } return -1; }
    public void add(String dish, long n) {
        check(dish, n);
        lock.writeLock().lock();
        try {
            int i = find(dish);
            if (i < 0) {
                if (used == names.length) { names = Arrays.copyOf(names, used * 2); long[] more = new long[used * 2]; System.arraycopy(sums, 0, more, 0, used); sums = more; }
                i = used++;
                names[i] = dish;
            }
            sums[i] += n;
            lock.readLock().lock();
        } finally { lock.writeLock().unlock(); }
        try { assert find(dish) >= 0; } finally { lock.readLock().unlock(); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        lock.readLock().lock();
        try { int i = find(dish); return i < 0 ? 0 : sums[i]; } finally { lock.readLock().unlock(); }
    }
    public Map<String, Long> snapshot() {
        String[] n; long[] s; int u;
        lock.readLock().lock();
        try { n = names.clone(); s = Arrays.copyOf(sums, used); u = used; } finally { lock.readLock().unlock(); }
        Map<String, Long> copy = new HashMap<>();
        for (int i = 0; i < u; i++) { copy.put(n[i], s[i]); }
        return copy;
    }
}
