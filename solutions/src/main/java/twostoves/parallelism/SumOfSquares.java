package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import twostoves.contract.SumOfSquaresContract;
import twostoves.kit.Range;

/**
 * The reference for exercise 13: a pool of as many threads as were asked for, and one chunk for each of them.
 *
 * <p>Each worker adds up its own chunk, and the caller adds up what the workers return: the only thing they share is
 * the answer of each, once.
 */
public final class SumOfSquares implements SumOfSquaresContract {

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        // Closing the pool waits for its threads, so nothing is left running, whichever way this method is left.
        try (var pool = Executors.newFixedThreadPool(workers)) {
            // A fixed pool starts a thread for each task until it has its size: one thread for each chunk.
            var sums = new ArrayList<Future<Long>>();
            for (Range chunk : chunks(numbers, workers)) {
                sums.add(pool.submit(() -> sum(chunk, square)));
            }
            long total = 0;
            for (Future<Long> sum : sums) {
                // Exact here as well as in the chunks: sums that each fit in a long may not fit together.
                total = Math.addExact(total, sum.get());
            }
            return total;
        } catch (ExecutionException e) {
            throw original(e.getCause());
        }
    }

    /** The chunks of exercise 12, here once more so that this class stands alone. */
    private static List<Range> chunks(Range numbers, int workers) {
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        var chunks = new ArrayList<Range>();
        long from = numbers.from();
        for (int i = 0; i < count; i++) {
            long to = from + size / count + (i < size % count ? 1 : 0);
            chunks.add(new Range(from, to));
            from = to;
        }
        return chunks;
    }

    private static long sum(Range chunk, LongUnaryOperator square) {
        // A local variable: no other thread sees it, so nothing has to be protected and nobody has to wait.
        long sum = 0;
        for (long number = chunk.from(); number < chunk.to(); number++) {
            sum = Math.addExact(sum, square.applyAsLong(number));
        }
        return sum;
    }

    /** A future wraps what its task threw; the caller is to see the exception of the function itself. */
    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
