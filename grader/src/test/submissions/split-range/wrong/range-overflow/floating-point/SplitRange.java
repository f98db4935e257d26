// Mistake: the borders are computed as doubles, which are exact up to 2 to the power of 53 and no further.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;

public final class SplitRange implements SplitRangeContract {

    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1: " + parts);
        }

        long size = whole.size();
        int count = (int) Math.min(parts, size);
        List<Range> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chunks.add(new Range(whole.from() + border(size, i, count), whole.from() + border(size, i + 1, count)));
        }
        return chunks;
    }

    private static long border(long size, int i, int count) {
        return (long) ((double) size * i / count);
    }
}
