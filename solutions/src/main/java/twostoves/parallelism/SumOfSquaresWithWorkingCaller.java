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
 * Exercise 13 with a calling thread that works: it computes the last chunk while the others compute theirs.
 *
 * <p>A caller that only waits is a thread doing nothing. Prefer this where threads are dear or the number of processors
 * is small; it is also what fork/join does when one half is forked and the other computed. The price is that the caller
 * notices an interrupt only when its own chunk is done.
 */
public final class SumOfSquaresWithWorkingCaller implements SumOfSquaresContract {

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        List<Range> chunks = chunks(numbers, workers);
        if (chunks.isEmpty()) {
            return 0;
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var sums = new ArrayList<Future<Long>>();
            for (Range chunk : chunks.subList(0, chunks.size() - 1)) {
                sums.add(pool.submit(() -> sum(chunk, square)));
            }
            // After the others have been started: before that, they would begin only when this chunk is done.
            long total = sum(chunks.getLast(), square);
            for (Future<Long> sum : sums) {
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
