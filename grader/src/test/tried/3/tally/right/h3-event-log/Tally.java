// Idea: writes down what was served, and adds it up when it is asked.
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

    private record Served(String dish, long n) {}
    private final Queue<Served> log = new ConcurrentLinkedQueue<>();
    public void add(String dish, long n) { check(dish, n); log.add(new Served(dish, n)); }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        long sum = 0;
        for (Served s : log) { if (s.dish().equals(dish)) { sum += s.n(); } }
        return sum;
    }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        for (Served s : log) { copy.merge(s.dish(), s.n(), Long::sum); }
        return copy;
    }
}
