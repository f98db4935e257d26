// Idea: a ticket for each who comes, and a thread that parks until its number is called.
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

    public void add(String dish, long n) {
        check(dish, n);
        lock();
        try { counts.merge(dish, n, Long::sum); } finally { unlock(); }
    }
    public long count(String dish) {
        Objects.requireNonNull(dish);
        lock();
        try { return counts.getOrDefault(dish, 0L); } finally { unlock(); }
    }
    public Map<String, Long> snapshot() {
        lock();
        try { return new HashMap<>(counts); } finally { unlock(); }
    }
    private final Map<String, Long> counts = new HashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentMap<Integer, Thread> waiting = new ConcurrentHashMap<>();
    private volatile int serving;
    private void lock() {
        int ticket = next.getAndIncrement();
        waiting.put(ticket, Thread.currentThread());
        while (serving != ticket) { LockSupport.park(this); }
        waiting.remove(ticket);
    }
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private void unlock() {
        int called = serving + 1;
        serving = called;
        Thread thread = waiting.get(called);
        if (thread != null) { LockSupport.unpark(thread); }
    }
}
