// Mistake: size times i leaves the range of a long where the size is large.
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
        long count = Math.min(parts, size);
        List<Range> chunks = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            chunks.add(new Range(whole.from() + size * i / count, whole.from() + size * (i + 1) / count));
        }
        return chunks;
    }
}
