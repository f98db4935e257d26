// Idea: an array as large as the range.
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
        if (parts < 1) throw new IllegalArgumentException("parts");
        boolean[] first = new boolean[(int) Math.min(whole.size(), Integer.MAX_VALUE)];
        int c = (int) Math.min((long) parts, whole.size());
        var out = new ArrayList<Range>();
        long at = whole.from();
        for (int i = 0; i < c; i++) {
            long len = whole.size() / c + (i < whole.size() % c ? 1 : 0);
            out.add(new Range(at, at + len));
            if (at - whole.from() < first.length) first[(int) (at - whole.from())] = true;
            at += len;
        }
        return out;
    }
}
