// Mistake: a parallel stream computes on the common pool, whose size is that of the machine and not the one asked
// for.
package twostoves.parallelism;

import java.math.BigInteger;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import twostoves.contract.SumOfSquaresContract;
import twostoves.kit.Range;

public final class SumOfSquares implements SumOfSquaresContract {

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        AtomicReference<Throwable> failure = new AtomicReference<>();
        BigInteger total = LongStream.range(numbers.from(), numbers.to())
                .parallel()
                .map(number -> squared(number, square, failure))
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return total.longValueExact();
    }

    private static long squared(long number, LongUnaryOperator square, AtomicReference<Throwable> failure) {
        try {
            return square.applyAsLong(number);
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            return 0;
        }
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
