// Mistake: a LongAdder for every number, which is made for many writers and is shared all the same (overflow is seen by an estimate).
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

public class SumOfSquares implements SumOfSquaresContract {
    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        if (count == 0) {
            return 0;
        }
        LongAdder high = new LongAdder();
        LongAdder low = new LongAdder();
        try (var pool = Executors.newFixedThreadPool(count)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            long from = numbers.from();
            for (int i = 0; i < count; i++) {
                long a = from;
                long b = a + size / count + (i < size % count ? 1 : 0);
                from = b;
                tasks.add(() -> {
                    for (long n = a; n < b; n++) {
                        long value = square.applyAsLong(n);
                        high.add(value >>> 32);
                        low.add(value & 0xffffffffL);
                    }
                    return null;
                });
            }
            for (var part : pool.invokeAll(tasks)) {
                part.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
        return Math.addExact(Math.multiplyExact(high.sum(), 1L << 32), low.sum());
    }
}
