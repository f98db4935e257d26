package twostoves.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import twostoves.kit.Dataset;
import twostoves.kit.Image;
import twostoves.kit.Range;
import twostoves.parallelism.BlurImage;
import twostoves.parallelism.HeatPlate;
import twostoves.parallelism.MergeSort;
import twostoves.parallelism.MonteCarloPi;
import twostoves.parallelism.ParallelMap;
import twostoves.parallelism.SumOfSquares;
import twostoves.parallelism.TrainModel;
import twostoves.parallelism.WordFrequency;

/** A large piece of work for each exercise of track 2, done in three ways: some 300 milliseconds for one thread. */
public enum LargeWork {
    /** A remainder of each of 300 million squares, added up. */
    SUM_OF_SQUARES {
        /** No constant, lest the compiler make more of the loop than of the others. */
        private final Range numbers = new Range(0, 300_000_000);

        private static final LongUnaryOperator SQUARE = number -> number * number % 1_009;

        @Override
        Object loop() {
            long sum = 0;
            for (long number = numbers.from(); number < numbers.to(); number++) {
                sum = Math.addExact(sum, SQUARE.applyAsLong(number));
            }
            return sum;
        }

        @Override
        Object parallelStream() {
            return LongStream.range(numbers.from(), numbers.to())
                    .parallel()
                    .map(SQUARE)
                    .reduce(0, Math::addExact);
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            return new SumOfSquares().sumOfSquares(numbers, workers, SQUARE);
        }
    },

    /** 2,000 items, the dearest 19 times as dear as the cheapest. */
    PARALLEL_MAP {
        private static final List<Integer> ITEMS =
                IntStream.range(0, 2_000).boxed().toList();

        private static long cook(int item) {
            return LargeWork.scramble(item, 200_000 * (1 + item % 19));
        }

        @Override
        Object loop() {
            List<Long> results = new ArrayList<>();
            for (int item : ITEMS) {
                results.add(cook(item));
            }
            return results;
        }

        @Override
        Object parallelStream() {
            return ITEMS.parallelStream().map(item -> cook(item)).toList();
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            Function<Integer, Long> cook = item -> cook(item);
            return new ParallelMap().map(ITEMS, cook, workers);
        }
    },

    /** A million shuffled numbers, in pieces of at most 4,096. */
    MERGE_SORT {
        private static final Integer[] CARDS = shuffled(1_000_000);

        @Override
        Object loop() {
            Integer[] cards = CARDS.clone();
            Arrays.sort(cards, Comparator.naturalOrder());
            return Arrays.asList(cards);
        }

        @Override
        Object parallelStream() {
            return Arrays.stream(CARDS).parallel().sorted(Comparator.naturalOrder()).toList();
        }

        @Override
        Object reference(int workers) {
            Integer[] cards = CARDS.clone();
            new MergeSort().sort(cards, Comparator.naturalOrder(), workers, 4_096);
            return Arrays.asList(cards);
        }
    },

    /** 2,560 by 1,920 pixels, each the mean of 25. */
    BLUR_IMAGE {
        private static final int WIDTH = 2_560;
        private static final int HEIGHT = 1_920;
        private static final int REACH = 2;
        private static final Image SOURCE = Image.of(
                WIDTH,
                HEIGHT,
                new Random(WIDTH).ints((long) WIDTH * HEIGHT).toArray());

        private static int mean(Image source, int x, int y) {
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int dy = -REACH; dy <= REACH; dy++) {
                for (int dx = -REACH; dx <= REACH; dx++) {
                    int argb = source.argb(Math.clamp(x + dx, 0, WIDTH - 1), Math.clamp(y + dy, 0, HEIGHT - 1));
                    red += argb >> 16 & 0xff;
                    green += argb >> 8 & 0xff;
                    blue += argb & 0xff;
                }
            }
            return red / 25 << 16 | green / 25 << 8 | blue / 25;
        }

        @Override
        Object loop() {
            int[] argb = new int[WIDTH * HEIGHT];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    argb[y * WIDTH + x] = mean(SOURCE, x, y);
                }
            }
            return Image.of(WIDTH, HEIGHT, argb);
        }

        @Override
        Object parallelStream() {
            int[] argb = IntStream.range(0, WIDTH * HEIGHT)
                    .parallel()
                    .map(i -> mean(SOURCE, i % WIDTH, i / WIDTH))
                    .toArray();
            return Image.of(WIDTH, HEIGHT, argb);
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            return new BlurImage().blur(SOURCE, (source, x, y) -> mean(source, x, y), workers);
        }
    },

    /** 2,000 documents of 1,500 words, of 5,000 that there are. */
    WORD_FREQUENCY {
        private static final List<String> DOCUMENTS = documents();

        private static List<String> documents() {
            Random random = new Random(2_000);
            return Stream.generate(() -> random.ints(1_500, 0, 5_000)
                            .mapToObj(number -> "word" + number)
                            .collect(Collectors.joining(" ")))
                    .limit(2_000)
                    .toList();
        }

        private static List<String> words(String document) {
            return Arrays.asList(document.split(" "));
        }

        @Override
        Object loop() {
            Map<String, Long> counts = new HashMap<>();
            for (String document : DOCUMENTS) {
                for (String word : words(document)) {
                    counts.merge(word, 1L, Long::sum);
                }
            }
            return counts;
        }

        @Override
        Object parallelStream() {
            return DOCUMENTS.parallelStream()
                    .flatMap(document -> words(document).stream())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            return new WordFrequency().count(DOCUMENTS, document -> words(document), workers);
        }
    },

    /** 120 million samples in 24 streams. */
    MONTE_CARLO_PI {
        private static final int STREAMS = 24;
        private static final long SAMPLES = 5_000_000L * STREAMS;

        private static long hits(RandomGenerator random, long samples) {
            long hits = 0;
            for (long i = 0; i < samples; i++) {
                double x = random.nextDouble();
                double y = random.nextDouble();
                hits += x * x + y * y < 1 ? 1 : 0;
            }
            return hits;
        }

        private static List<SplittableRandom> randoms() {
            SplittableRandom seeds = new SplittableRandom(1);
            return Stream.generate(seeds::split).limit(STREAMS).toList();
        }

        @Override
        Object loop() {
            long sum = 0;
            for (SplittableRandom random : randoms()) {
                sum += hits(random, SAMPLES / STREAMS);
            }
            return 4.0 * sum / SAMPLES;
        }

        @Override
        Object parallelStream() {
            return 4.0
                    * randoms().parallelStream()
                            .mapToLong(random -> hits(random, SAMPLES / STREAMS))
                            .sum()
                    / SAMPLES;
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            return new MonteCarloPi().estimate(SAMPLES, STREAMS, 1, (random, samples) -> hits(random, samples), workers);
        }
    },

    /** 50 steps on a plate of 2,400 by 2,400 cells, which all leave as it is and so copy twice. */
    HEAT_PLATE {
        private static final int SIDE = 2_400;
        private static final int STEPS = 50;
        private static final double[][] PLATE = new double[SIDE][SIDE];

        static {
            Arrays.fill(PLATE[0], 100);
        }

        private static double[][] copy() {
            return Arrays.stream(PLATE).map(double[]::clone).toArray(double[][]::new);
        }

        private static double next(double[][] plate, int row, int column) {
            return (plate[row - 1][column] + plate[row + 1][column] + plate[row][column - 1] + plate[row][column + 1])
                    / 4;
        }

        private static void fill(double[][] from, double[][] to, int row) {
            for (int column = 1; column < SIDE - 1; column++) {
                to[row][column] = next(from, row, column);
            }
        }

        @Override
        Object loop() {
            double[][] from = copy();
            double[][] to = copy();
            for (int step = 0; step < STEPS; step++) {
                for (int row = 1; row < SIDE - 1; row++) {
                    fill(from, to, row);
                }
                double[][] old = from;
                from = to;
                to = old;
            }
            return from;
        }

        @Override
        Object parallelStream() {
            double[][] from = copy();
            double[][] to = copy();
            for (int step = 0; step < STEPS; step++) {
                double[][] source = from;
                double[][] target = to;
                IntStream.range(1, SIDE - 1).parallel().forEach(row -> fill(source, target, row));
                from = target;
                to = source;
            }
            return from;
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            return new HeatPlate().simulate(PLATE, STEPS, (plate, row, column) -> next(plate, row, column), workers);
        }

        @Override
        boolean isSame(Object due, Object result) {
            return Arrays.deepEquals((double[][]) due, (double[][]) result);
        }
    },

    /** 60 epochs over 8 shards of 160,000 examples. */
    TRAIN_MODEL {
        private static final Dataset DATA = new Dataset(4, Collections.nCopies(8, 160_000));
        private static final int EPOCHS = 60;
        private static final double RATE = 0.1;

        private static double[] gradient(int shard, double[] weights) {
            double[] sum = new double[weights.length];
            for (int example = 0; example < DATA.shards().get(shard); example++) {
                double x = (example * 31 + shard) % 1_000 / 1_000.0;
                double error = weights[0] + x * (weights[1] + x * (weights[2] + x * weights[3])) - Math.sqrt(x);
                double power = 1;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += error * power;
                    power *= x;
                }
            }
            return sum;
        }

        private static double[] step(double[] weights, Stream<double[]> gradients) {
            double[] sum = new double[weights.length];
            gradients.forEachOrdered(gradient -> {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += gradient[i];
                }
            });
            double[] next = weights.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] -= RATE * sum[i] / DATA.examples();
            }
            return next;
        }

        @Override
        Object loop() {
            double[] weights = new double[DATA.weights()];
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                double[] now = weights;
                weights = step(now, IntStream.range(0, DATA.shards().size()).mapToObj(shard -> gradient(shard, now)));
            }
            return weights;
        }

        @Override
        Object parallelStream() {
            double[] weights = new double[DATA.weights()];
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                double[] now = weights;
                List<double[]> gradients = IntStream.range(0, DATA.shards().size())
                        .parallel()
                        .mapToObj(shard -> gradient(shard, now))
                        .toList();
                weights = step(now, gradients.stream());
            }
            return weights;
        }

        @Override
        Object reference(int workers) throws InterruptedException {
            return new TrainModel().train(DATA, EPOCHS, RATE, (shard, weights) -> gradient(shard, weights), workers);
        }

        @Override
        boolean isSame(Object due, Object result) {
            double[] left = (double[]) due;
            double[] right = (double[]) result;
            return IntStream.range(0, left.length).allMatch(i -> Math.abs(left[i] - right[i]) < 1e-9);
        }
    };

    /** Does it on one thread, in a plain loop. */
    abstract Object loop();

    /** Does it with a parallel stream, on the common pool. */
    abstract Object parallelStream();

    /** Has the reference solution do it. */
    abstract Object reference(int workers) throws InterruptedException;

    /** Tells whether two results are the same, as exactly as the order of the work allows. */
    boolean isSame(Object due, Object result) {
        return due.equals(result);
    }

    private static long scramble(long seed, int times) {
        long state = seed;
        for (int i = 0; i < times; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        }
        return state;
    }

    private static Integer[] shuffled(int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, new Random(count));
        return numbers.toArray(Integer[]::new);
    }
}
