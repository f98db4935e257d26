// Idea: two numbers that are not negative overflow into a negative one.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongUnaryOperator;
import twostoves.contract.SumOfSquaresContract;
import twostoves.kit.Range;

public final class SumOfSquares implements SumOfSquaresContract {
    static List<Range> chunks(Range r, int workers) {
        long size = r.size();
        long c = Math.min(size, workers);
        var out = new ArrayList<Range>();
        long at = r.from();
        for (long i = 0; i < c; i++) {
            long len = size / c + (i < size % c ? 1 : 0);
            out.add(new Range(at, at + len));
            at += len;
        }
        return out;
    }

    static long sum(Range r, LongUnaryOperator f) {
        long s = 0;
        for (long n = r.from(); n < r.to(); n++) s = Math.addExact(s, f.applyAsLong(n));
        return s;
    }

    static RuntimeException un(Throwable t) {
        while ((t instanceof ExecutionException || t instanceof CompletionException) && t.getCause() != null)
            t = t.getCause();
        if (t instanceof RuntimeException r) return r;
        if (t instanceof Error e) throw e;
        return new IllegalStateException(t);
    }

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) throw new IllegalArgumentException("workers");

        long[] part = new long[workers];
        RuntimeException[] bad = new RuntimeException[workers];
        var cs = chunks(numbers, workers);
        var ts = new ArrayList<Thread>();
        for (int i = 0; i < cs.size(); i++) {
            int k = i;
            ts.add(new Thread(
                    () -> {
                        try {
                            long s = 0;
                            for (long n = cs.get(k).from(); n < cs.get(k).to(); n++) {
                                s += square.applyAsLong(n);
                                if (s < 0) throw new ArithmeticException("overflow");
                            }
                            part[k] = s;
                        } catch (RuntimeException e) {
                            bad[k] = e;
                        }
                    },
                    "w" + i));
        }
        ts.forEach(Thread::start);
        InterruptedException stop = null;
        for (var t : ts)
            while (true)
                try {
                    t.join();
                    break;
                } catch (InterruptedException e) {
                    stop = e;
                }
        if (stop != null) throw stop;
        for (var b : bad) if (b != null) throw b;
        long s = 0;
        for (long p : part) {
            s += p;
            if (s < 0) throw new ArithmeticException("overflow");
        }
        return s;
    }
}
