// Idea: the counting is inherited from a class that is synchronized, and a default method of an interface copies.
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

    private final Slate slate = new Slate();
    public void add(String dish, long n) { check(dish, n); slate.add(dish, n); }
    public long count(String dish) { return slate.get(Objects.requireNonNull(dish)); }
    public Map<String, Long> snapshot() { return slate.copy(); }
}

interface Copied { Map<String, Long> live(); default Map<String, Long> copy() { synchronized (this) { return new TreeMap<>(live()); } } }
abstract class Counted { protected final Map<String, Long> counts = new TreeMap<>(); protected long sum; }
final class Slate extends Counted implements Copied {
    synchronized void add(String dish, long n) { counts.put(dish, get(dish) + n); sum += n; }
    synchronized long get(String dish) { return counts.getOrDefault(dish, 0L); }
    public Map<String, Long> live() { return counts; }
}
