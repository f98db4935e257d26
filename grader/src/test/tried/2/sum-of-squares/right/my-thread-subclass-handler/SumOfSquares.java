// Idea: a thread class with a field for its sum and an uncaught exception handler for what went wrong.
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
    private static final class Cook extends Thread {
        private final long from;
        private final long to;
        private final LongUnaryOperator square;
        private BigInteger sum = BigInteger.ZERO;
        private Throwable thrown;
        Cook(long from, long to, LongUnaryOperator square) {
            this.from = from;
            this.to = to;
            this.square = square;
            setUncaughtExceptionHandler((thread, failure) -> thrown = failure);
        }
        @Override
        public void run() {
            for (long n = from; n != to; n++) {
                sum = sum.add(BigInteger.valueOf(square.applyAsLong(n)));
            }
        }
    }
    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        Objects.requireNonNull(square);
        long rest = numbers.size();
        List<Cook> cooks = new ArrayList<>();
        long at = numbers.from();
        for (int left = workers; left > 0 && rest > 0; left--) {
            long length = Math.ceilDiv(rest, left);
            cooks.add(new Cook(at, at + length, square));
            at += length;
            rest -= length;
        }
        cooks.forEach(Thread::start);
        BigInteger total = BigInteger.ZERO;
        InterruptedException interrupt = null;
        for (Cook cook : cooks) {
            for (boolean ended = false; !ended; ) {
                try {
                    ended = cook.join(java.time.Duration.ofHours(1));
                } catch (InterruptedException e) {
                    interrupt = e;
                }
            }
            total = total.add(cook.sum);
        }
        if (interrupt != null) {
            throw interrupt;
        }
        for (Cook cook : cooks) {
            switch (cook.thrown) {
                case null -> { }
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(cook.thrown);
            }
        }
        return total.longValueExact();
    }
}
