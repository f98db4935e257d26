// Mistake: a list of what was served that is filled by a helper of the JDK without a lock.
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
    private final List<Served> log = new ArrayList<>();
    public void add(String dish, long n) { check(dish, n); Collections.addAll(log, new Served(dish, n)); }
    public synchronized long count(String dish) { Objects.requireNonNull(dish); return log.stream().filter(s -> s.dish().equals(dish)).mapToLong(Served::n).sum(); }
    public synchronized Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        log.forEach(s -> copy.merge(s.dish(), s.n(), Long::sum));
        return copy;
    }
}
