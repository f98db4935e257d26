// Idea: a list that computes the chunk that is asked for.
package twostoves.parallelism;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;

public final class SplitRange implements SplitRangeContract {

    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) throw new IllegalArgumentException("parts");
        int c = (int) Math.min((long) parts, whole.size());
        return new AbstractList<>() {
            public int size() {
                return c;
            }

            public Range get(int i) {
                Objects.checkIndex(i, c);
                long q = whole.size() / c, r = whole.size() % c;
                long a = whole.from() + q * i + Math.min(i, r);
                return new Range(a, a + q + (i < r ? 1 : 0));
            }
        };
    }
}
