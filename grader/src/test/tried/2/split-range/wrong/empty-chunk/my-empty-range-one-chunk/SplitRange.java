// Mistake: an empty range becomes one empty chunk.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class SplitRange implements SplitRangeContract {
    @Override
    public List<Range> split(Range whole, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException();
        }
        long size = whole.size();
        int count = (int) Math.max(1, Math.min(parts, size));
        List<Range> chunks = new ArrayList<>();
        long from = whole.from();
        for (int i = 0; i < count; i++) {
            long length = size / count + (i < size % count ? 1 : 0);
            chunks.add(new Range(from, from + length));
            from += length;
        }
        return chunks;
    }
}
