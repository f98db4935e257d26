// Mistake: the buffer is made by the first task that merges, after a look that no lock guards.
package twostoves.parallelism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import twostoves.contract.MergeSortContract;

public final class MergeSort implements MergeSortContract {

    @Override
    public <T> void sort(T[] array, Comparator<? super T> order, int workers, int threshold) {
        Objects.requireNonNull(array);
        Objects.requireNonNull(order);
        if (workers < 1 || threshold < 1) {
            throw new IllegalArgumentException("workers and threshold must be at least 1");
        }

        try (ForkJoinPool pool = new ForkJoinPool(workers)) {
            Lazy<T[]> buffer = new Lazy<>(array::clone);
            pool.invoke(ForkJoinTask.adapt(() -> sort(array, buffer, 0, array.length, order, threshold)));
        }
    }

    private static <T> void sort(T[] array, Lazy<T[]> buffer, int from, int to, Comparator<? super T> order, int threshold) {
        if (to - from <= threshold) {
            Arrays.sort(array, from, to, order);
            return;
        }
        int middle = from + (to - from) / 2;
        ForkJoinTask<?> first = ForkJoinTask.adapt(() -> sort(array, buffer, from, middle, order, threshold)).fork();
        sort(array, buffer, middle, to, order, threshold);
        first.join();
        T[] half = buffer.get();
        System.arraycopy(array, from, half, from, middle - from);
        int left = from;
        int right = middle;
        for (int i = from; left < middle; i++) {
            boolean takeLeft = right == to || order.compare(half[left], array[right]) <= 0;
            array[i] = takeLeft ? half[left++] : array[right++];
        }
    }

    /** Made when it is first asked for. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            if (made == null) {
                synchronized (this) {
                    if (made == null) {
                        made = maker.get();
                    }
                }
            }
            return made;
        }
    }
}
