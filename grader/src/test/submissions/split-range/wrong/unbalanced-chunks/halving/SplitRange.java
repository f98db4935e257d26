// Mistake: the larger half is halved again and again, so the first chunk is half of the whole.
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

        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (long left = Math.min(parts, whole.size()); left > 0; left--) {
            long rest = whole.to() - from;
            long to = left == 1 ? whole.to() : from + Math.clamp(rest / 2, 1, rest - left + 1);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
