// Mistake: the division leaves a remainder, and the last few numbers belong to no chunk.
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
        long from = whole.from();
        for (int i = 0; i < count; i++) {
            long to = from + size / count;
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
