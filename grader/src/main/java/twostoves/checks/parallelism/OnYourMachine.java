package twostoves.checks.parallelism;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twostoves.contract.BlurImageContract;
import twostoves.contract.HeatPlateContract;
import twostoves.contract.MergeSortContract;
import twostoves.contract.MonteCarloPiContract;
import twostoves.contract.ParallelMapContract;
import twostoves.contract.SumOfSquaresContract;
import twostoves.contract.TrainModelContract;
import twostoves.contract.WordFrequencyContract;
import twostoves.grading.Meter;
import twostoves.grading.RealWork;
import twostoves.kit.Dataset;
import twostoves.kit.Image;
import twostoves.kit.Range;

/**
 * Work of real weight for the exercises of this track: about 60 milliseconds for one worker, in pieces large enough that
 * handing them out does not count.
 */
final class OnYourMachine {

    private OnYourMachine() {}

    /** 600 numbers of 100 units. */
    static final class Squares implements RealWork<SumOfSquaresContract> {

        @Override
        public void doWith(SumOfSquaresContract learners, int workers, Meter meter) throws InterruptedException {
            learners.sumOfSquares(new Range(0, 600), workers, number -> {
                meter.weigh(100);
                return number * number;
            });
        }
    }

    /** 60 items of 100 to 1,900 units. */
    static final class UnevenItems implements RealWork<ParallelMapContract> {

        private static final List<Integer> ITEMS =
                IntStream.range(0, 60).boxed().toList();

        @Override
        public void doWith(ParallelMapContract learners, int workers, Meter meter) throws InterruptedException {
            Function<Integer, Integer> function = item -> {
                meter.weigh(100 * (1 + item % 19));
                return item;
            };
            learners.map(ITEMS, function, workers);
        }
    }

    /** 512 cards, some 4,000 comparisons of 15 units. */
    static final class Shuffled implements RealWork<MergeSortContract> {

        private static final int CARDS = 512;
        private static final int THRESHOLD = 32;

        @Override
        public void doWith(MergeSortContract learners, int workers, Meter meter) {
            List<Integer> cards = IntStream.range(0, CARDS).boxed().collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(cards, new Random(CARDS));
            Comparator<Integer> order = (left, right) -> {
                meter.weigh(15);
                return Integer.compare(left, right);
            };
            learners.sort(cards.toArray(Integer[]::new), order, workers, THRESHOLD);
        }
    }

    /** 2,400 pixels of 25 units. */
    static final class Picture implements RealWork<BlurImageContract> {

        private static final int WIDTH = 60;
        private static final int HEIGHT = 40;
        private static final Image SOURCE = Image.of(WIDTH, HEIGHT, new int[WIDTH * HEIGHT]);

        @Override
        public void doWith(BlurImageContract learners, int workers, Meter meter) throws InterruptedException {
            learners.blur(
                    SOURCE,
                    (source, x, y) -> {
                        meter.weigh(25);
                        return source.argb(x, y);
                    },
                    workers);
        }
    }

    /** 60 documents of 1,000 units. */
    static final class Pages implements RealWork<WordFrequencyContract> {

        private static final List<String> DOCUMENTS = Collections.nCopies(60, "two stoves are one stove and one stove");

        @Override
        public void doWith(WordFrequencyContract learners, int workers, Meter meter) throws InterruptedException {
            learners.count(
                    DOCUMENTS,
                    document -> {
                        meter.weigh(1_000);
                        return List.of(document.split(" "));
                    },
                    workers);
        }
    }

    /** 60,000 samples of one unit, in 12 streams. */
    static final class Samples implements RealWork<MonteCarloPiContract> {

        @Override
        public void doWith(MonteCarloPiContract learners, int workers, Meter meter) throws InterruptedException {
            learners.estimate(
                    60_000,
                    12,
                    1,
                    (random, samples) -> {
                        meter.weigh(samples);
                        return samples;
                    },
                    workers);
        }
    }

    /** 4 steps on a plate of 32 by 32 cells of 15 units. */
    static final class Plate implements RealWork<HeatPlateContract> {

        private static final int SIDE = 32;
        private static final int STEPS = 4;

        @Override
        public void doWith(HeatPlateContract learners, int workers, Meter meter) throws InterruptedException {
            learners.simulate(
                    new double[SIDE][SIDE],
                    STEPS,
                    (plate, row, column) -> {
                        meter.weigh(15);
                        return plate[row][column];
                    },
                    workers);
        }
    }

    /** 5 epochs of 8 shards of 1,500 units. */
    static final class Examples implements RealWork<TrainModelContract> {

        private static final Dataset DATA = new Dataset(2, Collections.nCopies(8, 100));
        private static final int EPOCHS = 5;

        @Override
        public void doWith(TrainModelContract learners, int workers, Meter meter) throws InterruptedException {
            learners.train(
                    DATA,
                    EPOCHS,
                    0.1,
                    (shard, weights) -> {
                        meter.weigh(1_500);
                        return new double[weights.length];
                    },
                    workers);
        }
    }
}
