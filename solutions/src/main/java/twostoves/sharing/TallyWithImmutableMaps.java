package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import twostoves.contract.TallyContract;

/**
 * Maps that never change: who adds makes a new one and puts it in the place of the old, if that is still there.
 *
 * <p>Reading takes no lock, a snapshot costs nothing, and it shows all counts as they were at one moment. Adding copies the whole
 * map, and once more if somebody else was quicker. Prefer it where much is read and little is added.
 */
public final class TallyWithImmutableMaps implements TallyContract {

    private final AtomicReference<Map<String, Long>> counts = new AtomicReference<>(Map.of());

    @Override
    public void add(String dish, long n) {
        Objects.requireNonNull(dish);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.updateAndGet(old -> with(old, dish, n));
    }

    private static Map<String, Long> with(Map<String, Long> old, String dish, long n) {
        Map<String, Long> changed = new HashMap<>(old);
        changed.merge(dish, n, Long::sum);
        return Map.copyOf(changed);
    }

    @Override
    public long count(String dish) {
        return counts.get().getOrDefault(dish, 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return counts.get();
    }
}
