// Mistake: the array of sums is made by the first worker that has one, after a look that no lock guards.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
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
        Lazy<long[]> sums = new Lazy<>(() -> new long[chunks.size()]);
        List<Worker> team = new ArrayList<>();
        for (Range chunk : chunks) {
            team.add(new Worker(team.size(), chunk, square, sums));
        }
        team.forEach(Thread::start);
        joinAll(team);
        long total = 0;
        for (Worker worker : team) {
            if (worker.failure != null) {
                throw original(worker.failure);
            }
            total = Math.addExact(total, sums.get()[worker.number]);
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
        private final int number;
        private final Range chunk;
        private final LongUnaryOperator square;
        private final Lazy<long[]> sums;
        private Throwable failure;

        Worker(int number, Range chunk, LongUnaryOperator square, Lazy<long[]> sums) {
            this.number = number;
            this.chunk = chunk;
            this.square = square;
            this.sums = sums;
        }

        @Override
        public void run() {
            try {
                long mine = 0;
                for (long next = chunk.from(); next < chunk.to(); next++) {
                    mine = Math.addExact(mine, square.applyAsLong(next));
                }
                sums.get()[number] = mine;
            } catch (Throwable e) {
                failure = e;
            }
        }
    }

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
