// Mistake: the number of parts is taken for the size of a part.
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
        while (from < whole.to()) {
            long to = from + Math.min(parts, whole.to() - from);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
