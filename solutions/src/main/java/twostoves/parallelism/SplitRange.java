package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;

/**
 * The reference for exercise 12: every chunk has the quotient, and the first few have one of the remainder each.
 *
 * <p>Seventeen numbers in five parts: 17 is 5 times 3 and 2 left over, so the sizes are 4, 4, 3, 3, 3.
 */
public final class SplitRange implements SplitRangeContract {

    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1: " + parts);
        }

        long size = whole.size();
        // Fewer numbers than parts: some parts would be empty. The minimum is at most parts, so the cast is safe.
        int count = (int) Math.min(parts, size);
        var chunks = new ArrayList<Range>();
        long from = whole.from();
        for (int i = 0; i < count; i++) {
            // Adding up sizes cannot overflow, since no sum goes past the end; size * i / count could.
            long to = from + size / count + (i < size % count ? 1 : 0);
            chunks.add(new Range(from, to));
            // Using the end again as the next start leaves no room for a gap or an overlap.
            from = to;
        }
        return chunks;
    }
}
