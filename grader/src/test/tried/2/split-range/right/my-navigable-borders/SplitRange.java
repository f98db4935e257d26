// Idea: a sorted set of borders, and a chunk between each and the next higher one.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class SplitRange implements SplitRangeContract {
    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) {
            throw new IllegalArgumentException();
        }
        TreeSet<Long> borders = new TreeSet<>(List.of(whole.from(), whole.to()));
        long size = whole.size();
        long count = Math.min(parts, size);
        for (long i = 1; i < count; i++) {
            borders.add(whole.from() + size / count * i + size % count * i / count);
        }
        return borders.headSet(whole.to()).stream().map(b -> new Range(b, borders.higher(b))).toList();
    }
}
