package twostoves.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.TallyContract;

/**
 * Exercise 21: mend this. It works, as long as there is one waiter.
 *
 * <p>What is asked is in {@link TallyContract}; the page is {@code docs/exercises/tally.md}. Grade it with
 * {@code mvn test -Dkata=tally}.
 */
public final class Tally implements TallyContract {

    private final Map<String, Long> counts = new HashMap<>();

    @Override
    public void add(String dish, long n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        counts.put(dish, count(dish) + n);
    }

    @Override
    public long count(String dish) {
        return counts.getOrDefault(Objects.requireNonNull(dish), 0L);
    }

    @Override
    public Map<String, Long> snapshot() {
        return new HashMap<>(counts);
    }
}
