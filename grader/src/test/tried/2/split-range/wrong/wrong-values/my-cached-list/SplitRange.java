// Mistake: a cache hands out the same list to everybody who asks the same.
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
    private final Map<String, List<Range>> cache = new HashMap<>();
    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) {
            throw new IllegalArgumentException();
        }
        return cache.computeIfAbsent(whole + "/" + parts, any -> compute(whole, parts));
    }
    private List<Range> compute(Range whole, int parts) {
        long size = whole.size();
        int count = (int) Math.min(parts, size);
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (int i = 0; i < count; i++) {
            long length = size / count + (i < size % count ? 1 : 0);
            chunks.add(new Range(from, from + length));
            from += length;
        }
        return chunks;
    }
}
