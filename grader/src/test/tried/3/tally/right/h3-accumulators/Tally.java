// Idea: a LongAccumulator of sums for each dish.
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

    private final ConcurrentMap<String, LongAccumulator> sums = new ConcurrentSkipListMap<>();
    public void add(String dish, long n) {
        check(dish, n);
        sums.computeIfAbsent(dish, d -> new LongAccumulator(Long::sum, 0)).accumulate(n);
    }
    public long count(String dish) { var s = sums.get(Objects.requireNonNull(dish)); return s == null ? 0 : s.get(); }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new LinkedHashMap<>();
        sums.forEach((d, s) -> { long sum = s.longValue(); if (sum > 0) { copy.put(d, sum); } });
        return Collections.unmodifiableMap(copy);
    }
}
