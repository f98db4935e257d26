// Idea: the same list for every call.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;

public final class SplitRange implements SplitRangeContract {
    private final List<Range> out = new ArrayList<>();

    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) throw new IllegalArgumentException("parts");
        out.clear();
        int c = (int) Math.min((long) parts, whole.size());
        long at = whole.from();
        for (int i = 0; i < c; i++) {
            long len = whole.size() / c + (i < whole.size() % c ? 1 : 0);
            out.add(new Range(at, at + len));
            at += len;
        }
        return out;
    }
}
