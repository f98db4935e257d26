// Idea: a Vector of cells, and the monitor of each cell.
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

    private static final class Cell { final String dish; private long sum; Cell(String dish) { this.dish = dish; }
        synchronized void add(long n) { sum += n; } synchronized long sum() { return sum; } }
    private final Vector<Cell> cells = new Vector<>();
    private Cell find(String dish, boolean make) {
        synchronized (cells) {
            for (Cell c : cells) { if (c.dish.equals(dish)) { return c; } }
            Cell c = new Cell(dish);
            if (make) { cells.add(c); }
            return c;
        }
    }
    public void add(String dish, long n) { check(dish, n); find(dish, true).add(n); }
    public long count(String dish) { return find(Objects.requireNonNull(dish), false).sum(); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (Object o : cells.toArray()) { Cell c = (Cell) o; long sum = c.sum(); if (sum > 0) { copy.put(c.dish, sum); } }
        return copy;
    }
}
