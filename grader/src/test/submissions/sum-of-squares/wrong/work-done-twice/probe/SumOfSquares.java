// Idea: tries the function out first.
package twostoves.parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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

        if (!numbers.isEmpty()) square.applyAsLong(numbers.from());
        var cs = chunks(numbers, workers);
        try (var ex = Executors.newFixedThreadPool(workers)) {
            long s = 0;
            var fs = cs.stream().map(c -> ex.submit(() -> sum(c, square))).toList();
            for (var f : fs) s = Math.addExact(s, f.get());
            return s;
        } catch (ExecutionException e) {
            throw un(e);
        }
    }
}
