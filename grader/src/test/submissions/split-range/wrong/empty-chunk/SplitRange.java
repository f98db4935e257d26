// Mistake: there are always as many chunks as were asked for, and some are empty where there are fewer numbers.
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
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (int i = 0; i < parts; i++) {
            long to = from + size / parts + (i < size % parts ? 1 : 0);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
