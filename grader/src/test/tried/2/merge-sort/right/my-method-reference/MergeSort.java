// Idea: forked and joined by method references.
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

public class MergeSort implements MergeSortContract {
    private static final class Sort<T> extends RecursiveTask<List<T>> {
        private final List<T> part;
        private final Comparator<? super T> order;
        private final int threshold;
        Sort(List<T> part, Comparator<? super T> order, int threshold) {
            this.part = part;
            this.order = order;
            this.threshold = threshold;
        }
        @Override
        protected List<T> compute() {
            if (part.size() <= threshold) {
                return part.stream().sorted(order).toList();
            }
            int middle = part.size() / 2;
            Optional<ForkJoinTask<List<T>>> left =
                    Optional.of(new Sort<>(part.subList(0, middle), order, threshold)).map(ForkJoinTask::fork);
            Iterator<T> right = new Sort<>(part.subList(middle, part.size()), order, threshold).compute().iterator();
            Iterator<T> first = left.map(ForkJoinTask::join).orElseThrow().iterator();
            List<T> merged = new ArrayList<>(part.size());
            T a = first.next();
            T b = right.next();
            while (a != null || b != null) {
                if (b == null || a != null && order.compare(a, b) <= 0) {
                    merged.add(a);
                    a = first.hasNext() ? first.next() : null;
                } else {
                    merged.add(b);
                    b = right.hasNext() ? right.next() : null;
                }
            }
            return merged;
        }
    }
    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(order);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException();
        }
        List<T> copy = List.of(array);
        try (var pool = new ForkJoinPool(workers)) {
            pool.invoke(new Sort<>(copy, order, threshold)).toArray(array);
        }
    }
}
