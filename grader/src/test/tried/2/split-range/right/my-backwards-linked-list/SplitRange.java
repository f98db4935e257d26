// Idea: cut off from the end, each chunk put in front of the others.
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
        LinkedList<Range> chunks = new LinkedList<>();
        long to = whole.to();
        for (long left = Math.min(parts, whole.size()); left > 0; left--) {
            long from = to - Math.ceilDiv(to - whole.from(), left);
            chunks.addFirst(new Range(from, to));
            to = from;
        }
        return Collections.unmodifiableList(chunks);
    }
}
