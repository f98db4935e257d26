// Mistake: the caller squares every number itself, and the workers asked for are never made.
package twostoves.parallelism;

import java.util.Objects;
import java.util.function.LongUnaryOperator;
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

        long total = 0;
        for (long number = numbers.from(); number < numbers.to(); number++) {
            total = Math.addExact(total, square.applyAsLong(number));
        }
        return total;
    }
}
