// Idea: futures on an own pool, combined two by two; a sum that does not fit fails the combination.
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
            throw new IllegalArgumentException("workers");
        }
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        if (count == 0) {
            return 0;
        }
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            CompletableFuture<Long> total = CompletableFuture.completedFuture(0L);
            long from = numbers.from();
            for (int i = 0; i < count; i++) {
                long a = from;
                long b = from + size / count + (i < size % count ? 1 : 0);
                from = b;
                total = total.thenCombine(
                        CompletableFuture.supplyAsync(
                                () -> LongStream.range(a, b).map(square).reduce(0, Math::addExact), pool),
                        Math::addExact);
            }
            return total.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) cause;
        } finally {
            pool.close();
        }
    }
}
