// Idea: a thread for each chunk keeps the sum of its own, and the caller adds them up when all have ended.
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

        List<Worker> team = new ArrayList<>();
        for (Range chunk : chunks(numbers, workers)) {
            team.add(new Worker(chunk, square));
        }
        team.forEach(Thread::start);
        joinAll(team);
        long total = 0;
        for (Worker worker : team) {
            if (worker.failure != null) {
                throw original(worker.failure);
            }
            total = Math.addExact(total, worker.sum);
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

    private static final class Worker extends Thread {
        private final Range chunk;
        private final LongUnaryOperator square;
        private long sum;
        private Throwable failure;

        Worker(Range chunk, LongUnaryOperator square) {
            this.chunk = chunk;
            this.square = square;
        }

        @Override
        public void run() {
            try {
                long mine = 0;
                for (long number = chunk.from(); number < chunk.to(); number++) {
                    mine = Math.addExact(mine, square.applyAsLong(number));
                }
                sum = mine;
            } catch (Throwable e) {
                failure = e;
            }
        }
    }
}
