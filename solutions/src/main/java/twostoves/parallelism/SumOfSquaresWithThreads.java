package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongUnaryOperator;
import twostoves.contract.SumOfSquaresContract;
import twostoves.kit.Range;

/**
 * Exercise 13 with bare threads: start one for each chunk, then join them all.
 *
 * <p>Worth writing once, to see what a pool does behind the scenes: carry the sum and the failure out of the thread
 * ({@link FutureTask} does it here), and wait for every thread even when the wait is interrupted. It shows most plainly
 * that there is one thread for each chunk. Prefer a pool where the same workers are to compute again and again.
 */
public final class SumOfSquaresWithThreads implements SumOfSquaresContract {

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }

        var sums = new ArrayList<FutureTask<Long>>();
        var threads = new ArrayList<Thread>();
        for (Range chunk : chunks(numbers, workers)) {
            var sum = new FutureTask<>(() -> sum(chunk, square));
            sums.add(sum);
            // Platform threads: computing takes a processor, and virtual threads would add nothing to it.
            threads.add(Thread.ofPlatform().start(sum));
        }
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

    /** Waits for all of them in any case, and throws an interrupt once they have ended. */
    private static void joinAll(List<Thread> threads) throws InterruptedException {
        boolean interrupted = false;
        int ended = 0;
        while (ended < threads.size()) {
            try {
                threads.get(ended).join();
                ended++;
            } catch (InterruptedException e) {
                // Leaving now would leave the others behind; a computation takes no notice of an interrupt.
                interrupted = true;
            }
        }
        if (interrupted) {
            throw new InterruptedException();
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
