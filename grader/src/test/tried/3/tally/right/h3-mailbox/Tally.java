// Idea: additions wait in a queue, and whoever looks enters them under a lock.
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
    private final Queue<Served> mailbox = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> counts = new HashMap<>();
    public void add(String dish, long n) { check(dish, n); mailbox.add(new Served(dish, n)); }
    private void enter() {
        assert Thread.holdsLock(counts);
        for (Served s = mailbox.poll(); s != null; s = mailbox.poll()) { counts.merge(s.dish(), s.n(), Long::sum); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        synchronized (counts) { enter(); return counts.getOrDefault(dish, 0L); }
    }
    public Map<String, Long> snapshot() { synchronized (counts) { enter(); return Map.copyOf(counts); } }
}
