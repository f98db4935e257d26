// Idea: the next chunk is made from the one before, with a stream that is told how many to take.
package twostoves.parallelism;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        if (count == 0) {
            return List.of();
        }
        long small = size / count;
        long firstSmall = whole.from() + size % count * (small + 1);
        Range first = new Range(whole.from(), whole.from() + Math.ceilDiv(size, count));
        return Stream.iterate(
                        first,
                        before -> new Range(before.to(), before.to() + small + (before.to() < firstSmall ? 1 : 0)))
                .limit(count)
                .toList();
    }
}
