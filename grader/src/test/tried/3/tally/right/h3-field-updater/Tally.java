// Idea: an updater adds to a volatile field of each cell.
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

    private static final class Cell { volatile long sum; Cell(long n) { sum = n; } }
    private static final AtomicLongFieldUpdater<Cell> SUM = AtomicLongFieldUpdater.newUpdater(Cell.class, "sum");
    private final ConcurrentMap<String, Cell> cells = new ConcurrentHashMap<>();
    public void add(String dish, long n) {
        check(dish, n);
        Cell there = cells.putIfAbsent(dish, new Cell(n));
        if (there != null) { SUM.addAndGet(there, n); }
    }
    public long count(String dish) { Cell c = cells.get(Objects.requireNonNull(dish)); return c == null ? 0 : c.sum; }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        cells.forEach((d, c) -> copy.put(d, c.sum));
        return copy;
    }
}
