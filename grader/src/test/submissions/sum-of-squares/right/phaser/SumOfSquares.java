// Idea: each worker is a party of a phaser, and the caller waits for the phase to end.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
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

        Phaser phaser = new Phaser(1);
        Queue<Long> sums = new ConcurrentLinkedQueue<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (Range chunk : chunks(numbers, workers)) {
                phaser.register();
                pool.execute(() -> {
                    try {
                        sums.add(sum(chunk, square));
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        phaser.arriveAndDeregister();
                    }
                });
            }
            phaser.awaitAdvanceInterruptibly(phaser.arrive());
        }
        if (failure.get() != null) {
            throw original(failure.get());
        }
        return sums.stream().reduce(0L, Math::addExact);
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
}
