// Idea: a thread hands half of its workers to a new thread and keeps the other half, until one is left.
package twostoves.parallelism;

import java.math.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.stream.*;
import twostoves.contract.*;
import twostoves.kit.*;

public class SumOfSquares implements SumOfSquaresContract {
    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException("workers");
        }
        long size = numbers.size();
        return size == 0 ? 0 : sum(numbers, (int) Math.min(workers, size), square);
    }
    private static long sum(Range part, int workers, LongUnaryOperator square) throws InterruptedException {
        if (workers == 1) {
            long sum = 0;
            for (long i = part.from(); i < part.to(); i++) {
                sum = Math.addExact(sum, square.applyAsLong(i));
            }
            return sum;
        }
        int mine = workers / 2;
        long middle = part.from() + part.size() / workers * mine + Math.min(mine, part.size() % workers);
        FutureTask<Long> other =
                new FutureTask<>(() -> sum(new Range(middle, part.to()), workers - mine, square));
        Thread thread = new Thread(other);
        thread.start();
        Long own = null;
        Throwable failure = null;
        try {
            own = sum(new Range(part.from(), middle), mine, square);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        try {
            boolean flag = Thread.interrupted();
            try {
                return Math.addExact(own, other.get());
            } finally {
                if (flag) {
                    Thread.currentThread().interrupt();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new AssertionError(e);
        }
    }
}
