// Idea: each worker hands its sum over in a queue when it has ended.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
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

        List<Range> chunks = chunks(numbers, workers);
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        long total = 0;
        Throwable failure = null;
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (Range chunk : chunks) {
                pool.execute(() -> outcomes.add(outcome(chunk, square)));
            }
            for (int i = 0; i < chunks.size(); i++) {
                Outcome outcome = outcomes.take();
                if (outcome.failure() == null) {
                    total = Math.addExact(total, outcome.sum());
                } else {
                    failure = outcome.failure();
                }
            }
        }
        if (failure != null) {
            throw original(failure);
        }
        return total;
    }

    private static Outcome outcome(Range chunk, LongUnaryOperator square) {
        try {
            return new Outcome(sum(chunk, square), null);
        } catch (Throwable e) {
            return new Outcome(0, e);
        }
    }

    private static List<Range> chunks(Range numbers, int workers) {
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        List<Range> chunks = new ArrayList<>();
        long from = numbers.from();
        for (int i = 0; i < count; i++) {
            long to = from + size / count + (i < size % count ? 1 : 0);
            chunks.add(new Range(from, to));
            from = to;
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

    private record Outcome(long sum, Throwable failure) {}
}
