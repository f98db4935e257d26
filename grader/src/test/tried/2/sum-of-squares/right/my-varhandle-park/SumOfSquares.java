// Idea: slots written with release and read with acquire by a variable handle; the caller parks until the last worker unparks it.
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
    private static final class Work {
        private static final java.lang.invoke.VarHandle LEFT;
        static {
            try {
                LEFT = java.lang.invoke.MethodHandles.lookup().findVarHandle(Work.class, "left", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
        private int left;
        private final long[] sums;
        private final Throwable[] failures;
        Work(int count) {
            left = count;
            sums = new long[count];
            failures = new Throwable[count];
        }
    }
    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(square);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        long size = numbers.size();
        int count = (int) Math.min(workers, size);
        Work work = new Work(count);
        Thread caller = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();
        long from = numbers.from();
        for (int i = 0; i < count; i++) {
            int me = i;
            long a = from;
            long b = a + size / count + (i < size % count ? 1 : 0);
            from = b;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    long sum = 0;
                    for (long n = a; n < b; n++) {
                        sum = Math.addExact(sum, square.applyAsLong(n));
                    }
                    work.sums[me] = sum;
                } catch (Throwable e) {
                    work.failures[me] = e;
                }
                if ((int) Work.LEFT.getAndAdd(work, -1) == 1) {
                    LockSupport.unpark(caller);
                }
            }));
        }
        boolean interrupted = false;
        while ((int) Work.LEFT.getAcquire(work) > 0) {
            LockSupport.park(work);
            interrupted |= Thread.interrupted();
        }
        for (Thread thread : threads) {
            for (boolean ended = false; !ended; ) {
                try {
                    thread.join();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
        for (Throwable failure : work.failures) {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
        return Arrays.stream(work.sums).reduce(0, Math::addExact);
    }
}
