// Idea: looks at every part, also at those in which there would be nothing.
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
        var out = new ArrayList<Range>();
        long at = whole.from();
        for (int i = 0; i < parts; i++) {
            long len = whole.size() / parts + (i < whole.size() % parts ? 1 : 0);
            if (len > 0) out.add(new Range(at, at + len));
            at += len;
        }
        return out;
    }
}
