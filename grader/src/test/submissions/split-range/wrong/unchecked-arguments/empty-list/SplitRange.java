// Mistake: no parts at all is answered with an empty list.
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

        long size = whole.size();
        int count = (int) Math.min(parts, size);
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (int i = 0; i < count; i++) {
            long to = from + size / count + (i < size % count ? 1 : 0);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
