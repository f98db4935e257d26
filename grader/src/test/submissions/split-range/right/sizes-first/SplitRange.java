// Idea: the sizes are worked out first, dealing the remainder out one by one, and then laid end to end.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.Arrays;
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

        int count = (int) Math.min(parts, whole.size());
        if (count == 0) {
            return List.of();
        }
        long[] sizes = new long[count];
        Arrays.fill(sizes, whole.size() / count);
        for (int i = 0; i < whole.size() % count; i++) {
            sizes[i]++;
        }
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (long size : sizes) {
            chunks.add(new Range(from, from + size));
            from += size;
        }
        return chunks;
    }
}
