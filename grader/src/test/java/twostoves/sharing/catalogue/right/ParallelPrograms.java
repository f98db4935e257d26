package twostoves.sharing.catalogue.right;

import static twostoves.sharing.catalogue.Steps.*;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;
import twostoves.contract.Program;
import twostoves.sharing.catalogue.Box;

/** Parallel streams, parallel arrays and fork/join. */
public final class ParallelPrograms {

    private ParallelPrograms() {}

    /** Reductions and collectors of parallel streams. */
    public static final class Reductions implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> numbers = IntStream.range(0, 64).boxed().toList();
            demand(numbers.parallelStream().reduce(0, Integer::sum) == 2016);
            demand(numbers.parallelStream()
                            .collect(Collectors.groupingBy(x -> x % 3, Collectors.counting()))
                            .size()
                    == 3);
            demand(numbers.parallelStream()
                            .collect(Collectors.groupingByConcurrent(x -> x % 3))
                            .size()
                    == 3);
            demand(numbers.parallelStream()
                            .collect(Collectors.toConcurrentMap(x -> x, x -> x))
                            .size()
                    == 64);
            demand(!numbers.parallelStream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","))
                    .isEmpty());
        }
    }

    /** Containers that belong to one thread at a time. */
    public static final class MutableReduction implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> numbers = IntStream.range(0, 64).boxed().toList();
            StringBuilder text =
                    numbers.parallelStream().collect(StringBuilder::new, StringBuilder::append, StringBuilder::append);
            demand(text.length() > 64);
            int[] sum = numbers.parallelStream().collect(() -> new int[1], (a, x) -> a[0] += x, (a, b) -> a[0] += b[0]);
            demand(sum[0] == 2016);
            List<Integer> list = numbers.parallelStream().collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            demand(list.size() == 64);
        }
    }

    /** Operations that keep the order. */
    public static final class OrderedOperations implements Program {
        @Override
        public void run() throws Exception {
            List<Integer> numbers = IntStream.range(0, 64).boxed().toList();
            demand(numbers.parallelStream()
                            .sorted(Comparator.reverseOrder())
                            .toList()
                            .getFirst()
                    == 63);
            demand(numbers.parallelStream().filter(x -> x > 3).limit(5).toList().size() == 5);
            demand(numbers.parallelStream().anyMatch(x -> x == 63));
            List<Integer> ordered = new ArrayList<>();
            IntStream.range(0, 64).parallel().boxed().forEachOrdered(ordered::add);
            demand(ordered.get(63) == 63);
        }
    }

    /** Side effects that are made for several threads. */
    public static final class SafeSideEffects implements Program {
        @Override
        public void run() throws Exception {
            int[] squares = new int[64];
            IntStream.range(0, 64).parallel().forEach(i -> squares[i] = i * i);
            demand(squares[63] == 63 * 63);
            ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
            IntStream.range(0, 64).parallel().forEach(queue::add);
            demand(queue.size() == 64);
            LongAdder adder = new LongAdder();
            IntStream.range(0, 64).parallel().forEach(adder::add);
            demand(adder.sum() == 2016);
            Box box = new Box();
            IntStream.range(0, 64).parallel().forEach(i -> {
                synchronized (box) {
                    box.value += i;
                }
            });
            demand(box.value == 2016);
        }
    }

    /** A gatherer that maps on virtual threads. */
    public static final class ConcurrentMapping implements Program {
        @Override
        public void run() throws Exception {
            Box[] boxes = new Box[8];
            Arrays.setAll(boxes, Box::new);
            Gatherer<Box, ?, Box> adding = Gatherers.mapConcurrent(4, box -> {
                box.value++;
                return box;
            });
            demand(Arrays.stream(boxes)
                            .gather(adding)
                            .mapToInt(box -> box.value)
                            .sum()
                    == 36);
        }
    }

    /** Arrays that are filled, summed up and sorted in parallel. */
    public static final class ParallelArrays implements Program {
        @Override
        public void run() throws Exception {
            long[] sums = new long[9000];
            Arrays.parallelSetAll(sums, i -> i);
            Arrays.parallelPrefix(sums, Long::sum);
            demand(sums[8999] == 8999L * 9000 / 2);
            Integer[] sorted = new Integer[9000];
            Arrays.parallelSetAll(sorted, i -> 9000 - i);
            Arrays.parallelSort(sorted, (x, y) -> x - y);
            demand(sorted[0] == 1);
        }
    }

    /** A sort that forks and joins. */
    public static final class ForkAndJoin implements Program {
        private static final class Sort extends RecursiveAction {
            private static final long serialVersionUID = 1;
            private final transient int[] numbers;
            private final transient int[] spare;
            private final int from;
            private final int to;

            Sort(int[] numbers, int[] spare, int from, int to) {
                this.numbers = numbers;
                this.spare = spare;
                this.from = from;
                this.to = to;
            }

            @Override
            protected void compute() {
                if (to - from <= 4) {
                    Arrays.sort(numbers, from, to);
                    return;
                }
                int middle = (from + to) >>> 1;
                invokeAll(new Sort(numbers, spare, from, middle), new Sort(numbers, spare, middle, to));
                for (int i = from; i < to; i++) {
                    spare[i] = numbers[i];
                }
                int left = from;
                int right = middle;
                for (int i = from; i < to; i++) {
                    boolean takesLeft = right >= to || left < middle && spare[left] <= spare[right];
                    numbers[i] = takesLeft ? spare[left++] : spare[right++];
                }
            }
        }

        @Override
        public void run() throws Exception {
            int[] numbers = new int[64];
            Arrays.setAll(numbers, i -> i * 37 % 64);
            try (ForkJoinPool pool = new ForkJoinPool(3)) {
                pool.invoke(new Sort(numbers, new int[64], 0, 64));
            }
            for (int i = 0; i < 64; i++) {
                demand(numbers[i] == i);
            }
        }
    }

    /** A sum whose parts stand in fields of the tasks. */
    public static final class RecursiveSum implements Program {
        private static final class Sum extends RecursiveTask<Integer> {
            private static final long serialVersionUID = 1;
            private final int[] numbers;
            private final int from;
            private final int to;
            private int part;

            Sum(int[] numbers, int from, int to) {
                this.numbers = numbers;
                this.from = from;
                this.to = to;
            }

            @Override
            protected Integer compute() {
                if (to - from <= 4) {
                    for (int i = from; i < to; i++) {
                        part += numbers[i];
                    }
                    return part;
                }
                int middle = (from + to) >>> 1;
                Sum left = new Sum(numbers, from, middle);
                Sum right = new Sum(numbers, middle, to);
                left.fork();
                right.compute();
                left.join();
                part = left.part + right.part;
                return part;
            }
        }

        @Override
        public void run() throws Exception {
            int[] numbers = new int[32];
            Arrays.fill(numbers, 1);
            demand(ForkJoinPool.commonPool().invoke(new Sum(numbers, 0, 32)) == 32);
        }
    }

    /** A counted completer puts the parts together. */
    public static final class CountedCompletion implements Program {
        private static final class Sum extends CountedCompleter<Void> {
            private static final long serialVersionUID = 1;
            private final int[] numbers;
            private final int from;
            private final int to;
            private int part;
            private Sum left;
            private Sum right;

            Sum(CountedCompleter<?> parent, int[] numbers, int from, int to) {
                super(parent);
                this.numbers = numbers;
                this.from = from;
                this.to = to;
            }

            @Override
            public void compute() {
                if (to - from <= 4) {
                    for (int i = from; i < to; i++) {
                        part += numbers[i];
                    }
                } else {
                    int middle = (from + to) >>> 1;
                    setPendingCount(2);
                    left = new Sum(this, numbers, from, middle);
                    right = new Sum(this, numbers, middle, to);
                    left.fork();
                    right.fork();
                }
                tryComplete();
            }

            @Override
            public void onCompletion(CountedCompleter<?> caller) {
                if (left != null) {
                    part = left.part + right.part;
                }
            }
        }

        @Override
        public void run() throws Exception {
            int[] numbers = new int[32];
            Arrays.fill(numbers, 1);
            Sum sum = new Sum(null, numbers, 0, 32);
            sum.invoke();
            demand(sum.part == 32);
        }
    }

    /** Tasks of the common pool that are joined, asked for, and awaited. */
    public static final class SubmittedToCommonPool implements Program {
        @Override
        public void run() throws Exception {
            Box joined = new Box();
            ForkJoinPool.commonPool().submit(() -> joined.value = 2).join();
            demand(joined.value == 2);
            Box asked = new Box();
            ForkJoinTask<?> task = ForkJoinPool.commonPool().submit(() -> asked.value = 2);
            while (!task.isDone()) {
                Thread.onSpinWait();
            }
            demand(asked.value == 2);
            Box awaited = new Box();
            ForkJoinPool.commonPool().execute(() -> awaited.value = 2);
            demand(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES));
            demand(awaited.value == 2);
        }
    }
}
