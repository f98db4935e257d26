// Idea: a variable handle adds to a plain field.
package twostoves.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private static final VarHandle SERVED;

    static {
        try {
            SERVED = MethodHandles.lookup().findVarHandle(Count.class, "served", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Count {
        private long served;
    }

    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        Count count = counts.computeIfAbsent(dish, first -> new Count());
        SERVED.getAndAdd(count, n);
    }

    @Override
    public long count(String dish) {
        Count count = counts.get(Objects.requireNonNull(dish));
        return count == null ? 0 : (long) SERVED.getVolatile(count);
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new HashMap<>();
        counts.forEach((dish, count) -> snapshot.put(dish, (long) SERVED.getVolatile(count)));
        return snapshot;
    }
}
