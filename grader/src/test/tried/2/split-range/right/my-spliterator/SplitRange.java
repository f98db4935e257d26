// Idea: a spliterator of its own which splits off chunks.
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
    private static final class Chunks extends Spliterators.AbstractSpliterator<Range> {
        private long from;
        private final long to;
        private long left;
        Chunks(Range whole, long count) {
            super(count, Spliterator.ORDERED | Spliterator.SIZED);
            from = whole.from();
            to = whole.to();
            left = count;
        }
        @Override
        public boolean tryAdvance(Consumer<? super Range> action) {
            if (left == 0) {
                return false;
            }
            long end = from + (to - from) / left--;
            action.accept(new Range(from, end));
            from = end;
            return true;
        }
    }
    @Override
    public List<Range> split(Range whole, int parts) {
        long size = whole.size();
        if (parts < 1) {
            throw new IllegalArgumentException("parts");
        }
        List<Range> list = new ArrayList<>();
        new Chunks(whole, Math.min(size, parts)).forEachRemaining(list::add);
        return list;
    }
}
