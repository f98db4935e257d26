// Mistake: BigInteger.longValue() cuts off what does not fit; longValueExact() would throw.
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
        try (var pool = Executors.newFixedThreadPool(count)) {
            List<Future<BigInteger>> parts = new ArrayList<>();
            long from = numbers.from();
            for (int i = 0; i < count; i++) {
                long a = from;
                long b = a + size / count + (i < size % count ? 1 : 0);
                from = b;
                parts.add(pool.submit(() -> LongStream.range(a, b)
                        .map(square)
                        .mapToObj(BigInteger::valueOf)
                        .reduce(BigInteger.ZERO, BigInteger::add)));
            }
            BigInteger sum = BigInteger.ZERO;
            for (var part : parts) {
                sum = sum.add(part.get());
            }
            return sum.longValue();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }
}
