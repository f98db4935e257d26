// Idea: a tree of tasks down to single items, in an own fork/join pool.
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

public class ParallelMap implements ParallelMapContract {
    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> f, int workers) throws InterruptedException {
        Objects.requireNonNull(f);
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        int size = items.size();
        if (size == 0) {
            return List.of();
        }
        Object[] results = new Object[size];
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        class Node extends CountedCompleter<Void> {
            private int from;
            private int to;
            Node(Node parent, int from, int to) {
                super(parent);
                this.from = from;
                this.to = to;
            }
            @Override
            public void compute() {
                while (to - from > 1) {
                    int middle = (from + to) >>> 1;
                    addToPendingCount(1);
                    new Node(this, middle, to).fork();
                    to = middle;
                }
                if (failure.get() == null) {
                    try {
                        results[from] = f.apply(items.get(from));
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                }
                tryComplete();
            }
        }
        try (var pool = new ForkJoinPool(Math.min(workers, size))) {
            pool.submit(new Node(null, 0, size)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        @SuppressWarnings("unchecked")
        List<R> list = (List<R>) Arrays.asList(results);
        return list;
    }
}
