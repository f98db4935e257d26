// Idea: cells in a list that is copied when a dish is new.
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
        final String dish; final AtomicLong sum = new AtomicLong();
        Cell(String dish) { this.dish = dish; }
        @Override public boolean equals(Object o) { return o instanceof Cell c && c.dish.equals(dish); }
        @Override public int hashCode() { return dish.hashCode(); }
    }
    private final CopyOnWriteArrayList<Cell> cells = new CopyOnWriteArrayList<>();
    private Optional<Cell> find(String dish) { return cells.stream().filter(c -> c.dish.equals(dish)).findFirst(); }
    public void add(String dish, long n) {
        check(dish, n);
        if (find(dish).isEmpty()) { cells.addIfAbsent(new Cell(dish)); }
        find(dish).orElseThrow().sum.addAndGet(n);
    }
    public long count(String dish) { return find(Objects.requireNonNull(dish)).map(c -> c.sum.get()).orElse(0L); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (Cell c : cells) { long sum = c.sum.get(); if (sum > 0) { copy.put(c.dish, sum); } }
        return copy;
    }
}
