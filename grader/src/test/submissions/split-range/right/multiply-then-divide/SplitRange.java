// Idea: the border before chunk i is at size times i divided by the count, in numbers that cannot overflow.
package twostoves.parallelism;

import java.math.BigInteger;
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
            chunks.add(new Range(whole.from() + border(size, i, count), whole.from() + border(size, i + 1, count)));
        }
        return chunks;
    }

    private static long border(long size, long i, long count) {
        return BigInteger.valueOf(size)
                .multiply(BigInteger.valueOf(i))
                .divide(BigInteger.valueOf(count))
                .longValueExact();
    }
}
