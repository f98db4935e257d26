// Idea: a pool one smaller than asked for, without a queue; the last chunk is refused and so run by the caller.
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
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                0, Math.max(1, count - 1), 1, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            List<Future<Long>> parts = new ArrayList<>();
            long from = numbers.from();
            for (int i = 0; i < count; i++) {
                long a = from;
                long b = a + size / count + (i < size % count ? 1 : 0);
                from = b;
                parts.add(pool.submit(() -> {
                    long sum = 0;
                    for (long n = a; n < b; n++) {
                        sum = Math.addExact(sum, square.applyAsLong(n));
                    }
                    return sum;
                }));
            }
            long sum = 0;
            for (Future<Long> part : parts) {
                sum = Math.addExact(sum, part.get());
            }
            return sum;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        } finally {
            pool.close();
        }
    }
}
