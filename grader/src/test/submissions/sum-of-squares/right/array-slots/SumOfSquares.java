// Idea: each thread writes the sum of its chunk into a slot of an array that no other thread touches.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
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

        List<Range> chunks = chunks(numbers, workers);
        long[] sums = new long[chunks.size()];
        Throwable[] failures = new Throwable[chunks.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            int index = i;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    sums[index] = sum(chunks.get(index), square);
                } catch (Throwable e) {
                    failures[index] = e;
                }
            }));
        }
        joinAll(threads);
        for (Throwable failure : failures) {
            if (failure != null) {
                throw original(failure);
            }
        }
        long total = 0;
        for (long sum : sums) {
            total = Math.addExact(total, sum);
        }
        return total;
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

    /** Waits for all of them in any case, and throws an interrupt once they have ended. */
    private static void joinAll(List<? extends Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            throw new InterruptedException();
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
