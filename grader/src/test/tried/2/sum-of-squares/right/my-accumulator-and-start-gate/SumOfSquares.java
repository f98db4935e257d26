// Idea: all workers wait at a gate, compute, and give their sum to a LongAccumulator that adds exactly; the caller waits on a monitor.
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
        LongAccumulator total = new LongAccumulator(Math::addExact, 0);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] threads = new Thread[count];
        long from = numbers.from();
        for (int i = 0; i < count; i++) {
            long a = from;
            long b = a + size / count + (i >= count - size % count ? 1 : 0);
            from = b;
            threads[i] = Thread.ofPlatform().name("cook-", i).unstarted(() -> {
                try {
                    gate.await();
                    long sum = 0;
                    for (long n = a; n < b; n++) {
                        sum = Math.addExact(sum, square.applyAsLong(n));
                    }
                    total.accumulate(sum);
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                }
            });
            threads[i].start();
        }
        gate.countDown();
        boolean interrupted = false;
        for (Thread thread : threads) {
            synchronized (thread) {
                while (thread.isAlive()) {
                    try {
                        thread.wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        return total.get();
    }
}
