package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import twostoves.contract.SplitRangeContract;
import twostoves.kit.Range;

/**
 * Exercise 12 by stepping: each chunk is a fair share of what is still left.
 *
 * <p>There is no remainder to deal out: it is spread over the later chunks by itself, and the last one gets exactly
 * what is left, because it divides by one. Prefer it where the shares cannot be known beforehand, for instance because
 * the parts have weights or because the end of the range moves. Where they can, the quotient and the remainder say more
 * plainly which chunk has what size.
 */
public final class SplitRangeWithStepping implements SplitRangeContract {

    @Override
    public List<Range> split(Range whole, int parts) {
        Objects.requireNonNull(whole);
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1: " + parts);
        }

        var chunks = new ArrayList<Range>();
        long from = whole.from();
        for (long chunksLeft = Math.min(parts, whole.size()); chunksLeft > 0; chunksLeft--) {
            long numbersLeft = whole.to() - from;
            long to = from + numbersLeft / chunksLeft;
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }
}
