// Idea: an executor that is a lambda and keeps its threads, which are joined.
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
            throw new IllegalArgumentException();
        }
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        List<CompletableFuture<Long>> parts = new ArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Executor each = task -> { Thread t = new Thread(task); threads.add(t); t.start(); };
        try {
            long from = numbers.from();
            for (int i = 0; i < count; i++) {
                long a = from;
                long b = a + size / count + (i < size % count ? 1 : 0);
                int me = i;
                from = b;
                Supplier<Long> chunk = () -> {
                    long sum = 0;
                    for (long n = a; n < b; n++) {
                        sum = Math.addExact(sum, square.applyAsLong(n));
                    }
                    return sum;
                };
                parts.add(CompletableFuture.supplyAsync(chunk, each));
            }
            for (Thread t : threads) { t.join(); }
            long sum = 0;
            for (var part : parts) {
                sum = Math.addExact(sum, part.get());
            }
            return sum;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        }
        finally {
            boolean flag = Thread.interrupted();
            for (Thread t : threads) {
                while (t.isAlive()) {
                    try {
                        t.join();
                    } catch (InterruptedException e) {
                        flag = true;
                    }
                }
            }
            if (flag) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
