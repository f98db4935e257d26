// Idea: an optimistic read walks a list of cells, and looks again under a read lock.
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

    private static final class Cell {
        final String dish; final Cell next; long sum;
        Cell(String dish, long sum, Cell next) { this.dish = dish; this.sum = sum; this.next = next; }
    }
    private final StampedLock lock = new StampedLock();
    private Cell head;

    private Cell find(String dish) {
        for (Cell c = head; c != null; c = c.next) { if (c.dish.equals(dish)) { return c; } }
        return null;
    }
    private long look(String dish) { Cell c = find(dish); return c == null ? 0 : c.sum; }

    public void add(String dish, long n) {
        check(dish, n);
        long stamp = lock.writeLock();
        try {
            Cell c = find(dish);
            if (c == null) { head = new Cell(dish, n, head); } else { c.sum += n; }
        } finally { lock.unlockWrite(stamp); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        long stamp = lock.tryOptimisticRead();
        long sum = look(dish);
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try { sum = look(dish); } finally { lock.unlockRead(stamp); }
        }
        return sum;
    }
    public Map<String, Long> snapshot() {
        long stamp = lock.readLock();
        try {
            Map<String, Long> copy = new HashMap<>();
            for (Cell c = head; c != null; c = c.next) { copy.put(c.dish, c.sum); }
            return copy;
        } finally { lock.unlockRead(stamp); }
    }
}
