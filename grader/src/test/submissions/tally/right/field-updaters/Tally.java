// Idea: a list that grows at its head, with updaters for its fields.
package twostoves.sharing;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import twostoves.contract.TallyContract;

public final class Tally implements TallyContract {
    private static final AtomicReferenceFieldUpdater<Tally, Count> HEAD =
            AtomicReferenceFieldUpdater.newUpdater(Tally.class, Count.class, "head");

    private static final class Count {
        private static final AtomicLongFieldUpdater<Count> SERVED =
                AtomicLongFieldUpdater.newUpdater(Count.class, "served");

        private final String dish;
        private final Count rest;
        private volatile long served;

        private Count(String dish, long served, Count rest) {
            this.dish = dish;
            this.served = served;
            this.rest = rest;
        }
    }

    private volatile Count head;

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        while (true) {
            Count first = head;
            Count count = find(first, dish);
            if (count != null) {
                Count.SERVED.addAndGet(count, n);
                return;
            }
            if (HEAD.compareAndSet(this, first, new Count(dish, n, first))) {
                return;
            }
        }
    }

    @Override
    public long count(String dish) {
        Objects.requireNonNull(dish);
        Count count = find(head, dish);
        return count == null ? 0 : count.served;
    }

    @Override
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        for (Count count = head; count != null; count = count.rest) {
            snapshot.put(count.dish, count.served);
        }
        return snapshot;
    }

    private static Count find(Count first, String dish) {
        for (Count count = first; count != null; count = count.rest) {
            if (count.dish.equals(dish)) {
                return count;
            }
        }
        return null;
    }
}
