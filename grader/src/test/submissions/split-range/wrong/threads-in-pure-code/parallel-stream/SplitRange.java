// Mistake: arithmetic that takes no time is handed to a parallel stream.
package twostoves.parallelism;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> new Range(border(whole, i, count), border(whole, i + 1, count)))
                .toList();
    }

    private static long border(Range whole, int i, int count) {
        long size = whole.size();
        return whole.from() + size / count * i + Math.min(i, size % count);
    }
}
