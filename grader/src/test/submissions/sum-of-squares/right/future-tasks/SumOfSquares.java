// Idea: a future task for each chunk, run by a thread made for it.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

        List<FutureTask<Long>> sums = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Range chunk : chunks(numbers, workers)) {
            FutureTask<Long> sum = new FutureTask<>(() -> sum(chunk, square));
            sums.add(sum);
            threads.add(new Thread(sum));
        }
        threads.forEach(Thread::start);
        joinAll(threads);
        try {
            long total = 0;
            for (FutureTask<Long> sum : sums) {
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
