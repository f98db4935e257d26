package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import twostoves.contract.SumOfSquaresContract;
import twostoves.kit.Range;

/**
 * Exercise 13 with {@code invokeAll}: one call that starts a whole list of tasks and waits for all of it.
 *
 * <p>This is the nearest thing in Java to {@code Pool(4).map} in Python. Prefer it where all tasks are known before the
 * first one starts: there is no loop in which to wait too early.
 */
public final class SumOfSquaresWithInvokeAll implements SumOfSquaresContract {

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        var tasks = new ArrayList<Callable<Long>>();
        for (Range chunk : chunks(numbers, workers)) {
            tasks.add(() -> sum(chunk, square));
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            long total = 0;
            for (Future<Long> sum : pool.invokeAll(tasks)) {
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
