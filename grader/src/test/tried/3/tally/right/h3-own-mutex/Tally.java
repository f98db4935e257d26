// Idea: a mutex of its own on AbstractQueuedSynchronizer.
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
    private static final class Mutex extends AbstractQueuedSynchronizer {
        @Override protected boolean tryAcquire(int x) { return compareAndSetState(0, 1); }
        @Override protected boolean tryRelease(int x) { setState(0); return true; }
    }
    private final Mutex mutex = new Mutex();
    private void lock() { mutex.acquire(1); }
    private void unlock() { mutex.release(1); }
}
