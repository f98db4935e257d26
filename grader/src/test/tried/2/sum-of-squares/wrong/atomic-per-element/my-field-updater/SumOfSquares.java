// Mistake: every square is added by a field updater to one volatile field.
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
    private static final class Total { volatile long value; }
    private static final AtomicLongFieldUpdater<Total> VALUE = AtomicLongFieldUpdater.newUpdater(Total.class, "value");
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
        Total total = new Total();
        try (var pool = Executors.newFixedThreadPool(count)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            long from = numbers.from();
            for (int i = 0; i < count; i++) {
                long a = from;
                long b = a + size / count + (i < size % count ? 1 : 0);
                int me = i;
                from = b;
                tasks.add(() -> {
                    for (long n = a; n < b; n++) { VALUE.accumulateAndGet(total, square.applyAsLong(n), Math::addExact); }
                    return null;
                });
            }
            for (var part : pool.invokeAll(tasks)) {
                part.get();
            }
            return total.value;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
    }
}
