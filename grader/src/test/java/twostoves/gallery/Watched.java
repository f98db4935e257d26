package twostoves.gallery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.contract.BlurImageContract;
import twostoves.contract.BoundedBufferContract;
import twostoves.contract.HeatPlateContract;
import twostoves.contract.LoadOnceContract;
import twostoves.contract.MergeSortContract;
import twostoves.contract.MonteCarloPiContract;
import twostoves.contract.ParallelMapContract;
import twostoves.contract.SumOfSquaresContract;
import twostoves.contract.TallyContract;
import twostoves.contract.TrainModelContract;
import twostoves.contract.WordFrequencyContract;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Dataset;
import twostoves.kit.Image;
import twostoves.kit.Loader;
import twostoves.kit.Range;
import twostoves.races.Party;
import twostoves.races.Scenario;

/** One small scenario for each exercise of the second track, where the threads are the learner's own, and of the third. */
public final class Watched {

    private static final int WORKERS = 3;

    private Watched() {}

    /** A single caller. */
    abstract static class Call<T> implements Scenario<T> {

        /** Calls the learner's method. */
        abstract void call(T learners) throws Exception;

        @Override
        public List<Party> parties(T learners, RandomGenerator random) {
            return List.of(new Party("main", () -> call(learners)));
        }

        /** What comes back has been judged before. */
        @Override
        public void verify() {
            // nothing more
        }
    }

    /** Twelve numbers. */
    public static final class SumOfSquares extends Call<SumOfSquaresContract> {
        /** Made for every run. */
        public SumOfSquares() {}

        @Override
        void call(SumOfSquaresContract learners) throws InterruptedException {
            learners.sumOfSquares(new Range(0, 12), WORKERS, number -> number * number);
        }
    }

    /** Eight items. */
    public static final class ParallelMap extends Call<ParallelMapContract> {
        /** Made for every run. */
        public ParallelMap() {}

        @Override
        void call(ParallelMapContract learners) throws InterruptedException {
            learners.map(List.of(1, 2, 3, 4, 5, 6, 7, 8), item -> item + 1, WORKERS);
        }
    }

    /** Sixteen numbers, sorted on the spot from four on. */
    public static final class MergeSort extends Call<MergeSortContract> {
        /** Made for every run. */
        public MergeSort() {}

        @Override
        void call(MergeSortContract learners) {
            Integer[] numbers =
                    IntStream.range(0, 16).map(i -> i * 5 % 16).boxed().toArray(Integer[]::new);
            learners.sort(numbers, Comparator.naturalOrder(), WORKERS, 4);
        }
    }

    /** Six by six pixels. */
    public static final class BlurImage extends Call<BlurImageContract> {
        /** Made for every run. */
        public BlurImage() {}

        @Override
        void call(BlurImageContract learners) throws InterruptedException {
            Image source = Image.of(6, 6, IntStream.range(0, 36).toArray());
            learners.blur(source, (image, x, y) -> image.argb(x, y) + 1, WORKERS);
        }
    }

    /** Six documents. */
    public static final class WordFrequency extends Call<WordFrequencyContract> {
        /** Made for every run. */
        public WordFrequency() {}

        @Override
        void call(WordFrequencyContract learners) throws InterruptedException {
            Map<String, Long> counts = learners.count(
                    List.of("a b", "b c", "c a", "a", "b", "c c"),
                    document -> Arrays.asList(document.split(" ")),
                    WORKERS);
            counts.size();
        }
    }

    /** Sixty samples of four streams. */
    public static final class MonteCarloPi extends Call<MonteCarloPiContract> {
        /** Made for every run. */
        public MonteCarloPi() {}

        @Override
        void call(MonteCarloPiContract learners) throws InterruptedException {
            learners.estimate(60, 4, 7, (random, samples) -> random.nextInt(2) * samples, WORKERS);
        }
    }

    /** Three steps of a plate of five by five. */
    public static final class HeatPlate extends Call<HeatPlateContract> {
        /** Made for every run. */
        public HeatPlate() {}

        @Override
        void call(HeatPlateContract learners) throws InterruptedException {
            double[][] plate = new double[5][5];
            plate[2][2] = 1;
            learners.simulate(plate, 3, (now, row, column) -> now[row][column] / 2, WORKERS);
        }
    }

    /** Two epochs over four shards. */
    public static final class TrainModel extends Call<TrainModelContract> {
        /** Made for every run. */
        public TrainModel() {}

        @Override
        void call(TrainModelContract learners) throws InterruptedException {
            Dataset data = new Dataset(2, List.of(3, 3, 3, 3));
            learners.train(data, 2, 0.1, (shard, weights) -> new double[] {weights[0] - shard, weights[1]}, WORKERS);
        }
    }

    /** Two who add, and one who looks. */
    public static final class Tally implements Scenario<TallyContract> {
        private TallyContract tally;

        /** Made for every run. */
        public Tally() {}

        @Override
        public List<Party> parties(TallyContract learners, RandomGenerator random) {
            tally = learners;
            return List.of(
                    new Party("cook 1", () -> {
                        tally.add("soup", 1);
                        tally.add("bread", 1);
                    }),
                    new Party("cook 2", () -> {
                        tally.add("soup", 1);
                        tally.add("soup", 1);
                    }),
                    new Party("guest", () -> {
                        tally.count("soup");
                        tally.snapshot().size();
                    }));
        }

        @Override
        public void verify() {
            demand(tally.count("soup") == 3 && tally.count("bread") == 1);
        }
    }

    /** Two who put and two who take, with room for one. */
    public static final class BoundedBuffer implements Scenario<BoundedBufferContract<Integer>> {
        private BoundedBufferContract<Integer> buffer;
        private final int[] taken = new int[2];

        /** Made for every run. */
        public BoundedBuffer() {}

        @Override
        public BoundedBufferContract<Integer> create(Class<? extends BoundedBufferContract<Integer>> type)
                throws ReflectiveOperationException {
            return type.getConstructor(int.class).newInstance(1);
        }

        @Override
        public List<Party> parties(BoundedBufferContract<Integer> learners, RandomGenerator random) {
            buffer = learners;
            return List.of(
                    new Party("cook 1", () -> put(1)),
                    new Party("cook 2", () -> put(10)),
                    new Party("guest 1", () -> take(0)),
                    new Party("guest 2", () -> take(1)));
        }

        private void put(int item) throws InterruptedException {
            for (int i = 0; i < 3; i++) {
                buffer.put(item);
            }
        }

        private void take(int guest) throws InterruptedException {
            for (int i = 0; i < 3; i++) {
                taken[guest] += buffer.take();
            }
        }

        @Override
        public void verify() {
            demand(taken[0] + taken[1] == 33 && buffer.size() == 0);
        }
    }

    /** Three who ask for one key, and one who asks for another. */
    public static final class LoadOnce implements Scenario<LoadOnceContract<String, String>> {
        private final AtomicInteger loads = new AtomicInteger();

        /** Made for every run. */
        public LoadOnce() {}

        @Override
        public List<Party> parties(LoadOnceContract<String, String> learners, RandomGenerator random) {
            Loader<String, String> loader = key -> {
                loads.incrementAndGet();
                return key + " loaded";
            };
            return List.of(
                    new Party("one", () -> demand(learners.get("soup", loader).equals("soup loaded"))),
                    new Party("two", () -> demand(learners.get("soup", loader).equals("soup loaded"))),
                    new Party(
                            "three", () -> demand(learners.get("bread", loader).equals("bread loaded"))),
                    new Party("four", () -> demand(learners.get("soup", loader).equals("soup loaded"))));
        }

        @Override
        public void verify() {
            demand(loads.get() == 2);
        }
    }

    private static void demand(boolean right) {
        if (!right) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "it came out wrong");
        }
    }
}
