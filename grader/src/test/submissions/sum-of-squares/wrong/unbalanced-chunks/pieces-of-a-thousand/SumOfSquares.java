// Mistake: chunks of more than a thousand numbers are cut into pieces, and each worker gets pieces from all over the range.
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

    private static final long MOST = 1_000;

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Long>> sums = new ArrayList<>();
            for (Range chunk : chunks(numbers, workers)) {
                for (long from = chunk.from(); from < chunk.to(); from += MOST) {
                    Range piece = new Range(from, Math.min(from + MOST, chunk.to()));
                    sums.add(pool.submit(() -> sum(piece, square)));
                }
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

    private static List<Range> chunks(Range numbers, int workers) {
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        List<Range> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chunks.add(new Range(numbers.from() + size * i / count, numbers.from() + size * (i + 1) / count));
        }
        return chunks;
    }

    private static long sum(Range chunk, LongUnaryOperator square) {
        long sum = 0;
        for (long number = chunk.from(); number < chunk.to(); number++) {
            sum = Math.addExact(sum, square.applyAsLong(number));
        }
        return sum;
    }

    private static RuntimeException original(Throwable cause) {
        return switch (cause) {
            case Error e -> throw e;
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }
}
