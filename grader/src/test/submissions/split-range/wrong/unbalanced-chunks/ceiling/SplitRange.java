// Mistake: every chunk has the quotient rounded up, and the last one has to do with what is left.
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

        if (whole.isEmpty()) {
            return List.of();
        }
        long each = Math.ceilDiv(whole.size(), parts);
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        while (from < whole.to()) {
            long to = from + Math.min(each, whole.to() - from);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
