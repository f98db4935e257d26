// Mistake: waits for one minute at the most, and takes what is there.
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
        AtomicReferenceArray<Long> sums = new AtomicReferenceArray<>(count);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        ExecutorService pool = Executors.newFixedThreadPool(count);
        long from = numbers.from();
        for (int i = 0; i < count; i++) {
            long a = from;
            long b = a + size / count + (i < size % count ? 1 : 0);
            int me = i;
            from = b;
            pool.execute(() -> {
                try {
                    long sum = 0;
                    for (long n = a; n < b; n++) {
                        sum = Math.addExact(sum, square.applyAsLong(n));
                    }
                    sums.set(me, sum);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            });
        }
        pool.shutdown();
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            pool.close();
            throw e;
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(sum, sums.get(i) == null ? 0 : sums.get(i));
        }
        return sum;
    }
}
