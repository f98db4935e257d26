// Mistake: rounds the size of a chunk to the nearest and gives the last chunk whatever is left.
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
        long size = whole.size();
        if (size == 0) {
            return List.of();
        }
        int count = (int) Math.min(parts, size);
        long step = size / count + (size % count * 2 >= count && (size / count + 1) * (count - 1) < size ? 1 : 0);
        List<Range> chunks = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            chunks.add(new Range(whole.from() + i * step, whole.from() + (i + 1) * step));
        }
        chunks.add(new Range(whole.from() + (count - 1) * step, whole.to()));
        return chunks;
    }
}
