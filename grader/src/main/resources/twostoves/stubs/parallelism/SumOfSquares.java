package twostoves.parallelism;

import java.util.function.LongUnaryOperator;
import twostoves.contract.SumOfSquaresContract;
import twostoves.kit.Range;
import twostoves.kit.Todo;

/**
 * Exercise 13: split a computation over a number of workers and combine what they return.
 *
 * <p>What is asked is in {@link SumOfSquaresContract}; the page is {@code docs/exercises/sum-of-squares.md}. Grade it with
 * {@code mvn test -Dkata=sum-of-squares}.
 */
public final class SumOfSquares implements SumOfSquaresContract {

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        throw new Todo();
    }
}
