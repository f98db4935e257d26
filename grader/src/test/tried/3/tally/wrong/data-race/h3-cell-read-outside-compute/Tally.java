// Mistake: compute guards the cell while it is written, and get does not while it is read.
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

    private final ConcurrentMap<String, long[]> cells = new ConcurrentHashMap<>();
    public void add(String dish, long n) {
        check(dish, n);
        cells.compute(dish, (d, cell) -> { if (cell == null) { return new long[] {n}; } cell[0] += n; return cell; });
    }
    public long count(String dish) { long[] c = cells.get(dish); return c == null ? 0 : c[0]; }
    public Map<String, Long> snapshot() {
        Map<String, Long> copy = new HashMap<>();
        cells.forEach((d, c) -> copy.put(d, c[0]));
        return copy;
    }
}
