// Idea: borders in BigInteger, as from + size * i / count.
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
            throw new IllegalArgumentException("parts: " + parts);
        }
        BigInteger from = BigInteger.valueOf(whole.from());
        BigInteger size = BigInteger.valueOf(whole.to()).subtract(from);
        BigInteger count = size.min(BigInteger.valueOf(parts));
        Range[] chunks = new Range[count.intValueExact()];
        for (int i = 0; i < chunks.length; i++) {
            BigInteger a = size.multiply(BigInteger.valueOf(i)).divide(count);
            BigInteger b = size.multiply(BigInteger.valueOf(i + 1L)).divide(count);
            chunks[i] = new Range(from.add(a).longValueExact(), from.add(b).longValueExact());
        }
        return Arrays.asList(chunks);
    }
}
