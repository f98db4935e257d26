package twostoves.gallery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import twostoves.contract.BlurImageContract;
import twostoves.contract.HeatPlateContract;
import twostoves.contract.MergeSortContract;
import twostoves.contract.MonteCarloPiContract;
import twostoves.contract.ParallelMapContract;
import twostoves.contract.SumOfSquaresContract;
import twostoves.contract.TrainModelContract;
import twostoves.contract.WordFrequencyContract;
import twostoves.kit.Dataset;
import twostoves.kit.Image;
import twostoves.kit.Range;
import twostoves.races.Party;
import twostoves.races.Scenario;

/** One small call of each exercise of the second track: the threads that share are the learner's own. */
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
}
