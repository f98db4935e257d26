// Mistake: there is a thread for every number, each with a chunk of one.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        try (ExecutorService pool = Executors.newCachedThreadPool()) {
            List<Future<Long>> sums = new ArrayList<>();
            for (long number = numbers.from(); number < numbers.to(); number++) {
                long next = number;
                sums.add(pool.submit(() -> square.applyAsLong(next)));
            }
            long total = 0;
            for (Future<Long> sum : sums) {
                total = Math.addExact(total, sum.get());
            }
            return total;
        } catch (ExecutionException e) {
            throw original(e.getCause());
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
