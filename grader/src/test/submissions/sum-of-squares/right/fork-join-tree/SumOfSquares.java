// Idea: a tree of tasks in a pool of its own.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicReference;
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

    static final class Tree extends RecursiveTask<Long> {
        final List<Range> cs;
        final LongUnaryOperator f;
        final AtomicReference<RuntimeException> fail;

        Tree(List<Range> c, LongUnaryOperator f, AtomicReference<RuntimeException> a) {
            cs = c;
            this.f = f;
            fail = a;
        }

        @Override
        protected Long compute() {
            try {
                if (cs.size() == 1) return sum(cs.get(0), f);
                int m = cs.size() / 2;
                var l = new Tree(cs.subList(0, m), f, fail);
                var r = new Tree(cs.subList(m, cs.size()), f, fail);
                l.fork();
                long y = r.compute();
                return Math.addExact(l.join(), y);
            } catch (RuntimeException e) {
                fail.compareAndSet(null, e);
                return 0L;
            }
        }
    }

    @Override
    public long sumOfSquares(Range numbers, int workers, LongUnaryOperator square) throws InterruptedException {
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(square);
        if (workers < 1) throw new IllegalArgumentException("workers");

        if (numbers.isEmpty()) return 0;
        int w = (int) Math.min(workers, numbers.size());
        var cs = chunks(numbers, w);
        var fail = new AtomicReference<RuntimeException>();
        try (var pool = new ForkJoinPool(w)) {
            long s = pool.submit(new Tree(cs, square, fail)).get();
            if (fail.get() != null) throw fail.get();
            return s;
        } catch (ExecutionException e) {
            if (fail.get() != null) throw fail.get();
            throw un(e);
        }
    }
}
