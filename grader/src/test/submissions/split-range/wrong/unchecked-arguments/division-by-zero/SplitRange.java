// Mistake: no parts at all is noticed by a division and told as an ArithmeticException.
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
        long small = whole.size() / parts;
        long large = whole.size() % parts;
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (int i = 0; i < Math.min(parts, whole.size()); i++) {
            long to = from + small + (i < large ? 1 : 0);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
