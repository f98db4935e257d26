// Idea: the parts are halved until one is left, and the numbers are divided in the same proportion.
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
        if (!whole.isEmpty()) {
            split(whole, (int) Math.min(parts, whole.size()), chunks);
        }
        return chunks;
    }

    private static void split(Range range, int parts, List<Range> chunks) {
        if (parts == 1) {
            chunks.add(range);
            return;
        }
        int left = parts / 2;
        long middle = range.from() + range.size() / parts * left + Math.min(left, range.size() % parts);
        split(new Range(range.from(), middle), left, chunks);
        split(new Range(middle, range.to()), parts - left, chunks);
    }
}
