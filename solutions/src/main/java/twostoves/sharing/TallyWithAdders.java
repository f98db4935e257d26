package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import twostoves.contract.TallyContract;

/**
 * A concurrent map of adders: an adder is several counters inside, so that threads which add to the same dish all the time do not
 * get into each other's way.
 *
 * <p>Prefer it where much more is added than read: reading has to add up the counters. Do not read an adder and act on what you
 * have read; for that, {@code merge} or a lock is needed.
 */
public final class TallyWithAdders implements TallyContract {

    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.computeIfAbsent(dish, first -> new LongAdder()).add(n);
    }

    @Override
    public long count(String dish) {
        LongAdder adder = counts.get(dish);
        return adder == null ? 0 : adder.sum();
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        counts.forEach((dish, adder) -> snapshot.put(dish, adder.sum()));
        return snapshot;
    }
}
