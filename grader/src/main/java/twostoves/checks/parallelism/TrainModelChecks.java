package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.TrainModelContract;
import twostoves.evidence.Plan;
import twostoves.evidence.Times;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Dataset;
import twostoves.kit.GradientFunction;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedFunction;

/** What is demanded of {@code train-model}. */
@Grades(
        id = "train-model",
        number = 20,
        track = Track.PARALLELISM,
        contract = TrainModelContract.class,
        realWork = OnYourMachine.Examples.class)
public abstract class TrainModelChecks {

    private static final String METHOD = "train";

    /** The examples of a shard where all shards are of one size. */
    private static final int SIZE = 5;

    private static final double RATE = 0.1;

    /** What rounding may do to a weight, in parts of its size. */
    private static final double ROUNDING = 1e-9;

    /** No computation is cut into slices, so that each of them is one step of the clock. */
    private static final Settings UNCUT = Settings.STANDARD.quantum(Duration.ofSeconds(1));

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    /** A problem, what its shards cost, and how to train on it. */
    private record Lesson(Dataset data, GradientFunction values, IntToLongFunction units, int epochs, int workers) {

        private Lesson on(int others) {
            return new Lesson(data, values, units, epochs, others);
        }

        private Lesson costing(IntToLongFunction others) {
            return new Lesson(data, values, others, epochs, workers);
        }

        private Job job() {
            return new Job("shard", "computed", data.shards().size(), workers);
        }

        private String caption(int cores) {
            return epochs + (epochs == 1 ? " epoch of " : " epochs of ") + job().caption(cores);
        }

        private double[] trained() {
            return Gradients.trained(data, epochs, RATE, values);
        }
    }

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<TrainModelContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "whole-gradient", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("takes each step along the gradient of all examples, and learns")
    void wholeGradient(Subject<TrainModelContract> subject, RandomGenerator random) {
        demandUnshared(subject, line(random, Collections.nCopies(8, SIZE), 2, 4));
        Lesson uneven = line(random, List.of(9, 1, 1, 4, 2, 1, 6), 3, 3);
        demandWeights(subject, uneven.costing(shard -> uneven.data().shards().get(shard)));
        demandWeights(subject, uneven.costing(shard -> shard == 5 ? 30 : 1));
        demandWeights(subject, line(random, List.of(2, 3, 1), 2, 8));
        demandWeights(subject, line(random, List.of(4), 2, 2));
        demandWeights(subject, line(random, List.of(3, 1, 2, 2), 3, 1));
        demandLearning(subject, random);
        Schedules.explore(subject, TwoEpochs.class, random);
    }

    @Check(
            id = "same-for-every-number-of-workers",
            kind = Kind.VALUES,
            points = 2,
            needs = {"whole-gradient"})
    @Order(3)
    @DisplayName("gives the same weights to the last bit, whichever shard is done first and on any number of workers")
    void sameForEveryNumberOfWorkers(Subject<TrainModelContract> subject, RandomGenerator random) {
        Lesson lesson = rounding(random, 9, 2, 4);
        double[] firstDoneFirst = train(subject, lesson.costing(shard -> 1 + shard));
        double[] lastDoneFirst = train(subject, lesson.on(9).costing(shard -> 9 - shard));
        double[] firstOfNine = train(subject, lesson.on(9).costing(shard -> 1 + shard));
        demandSame(firstOfNine, lastDoneFirst, "when the last shard is done first instead of the first, on 9 workers");
        demandSame(firstDoneFirst, firstOfNine, "on 9 workers instead of 4");
        for (int workers : List.of(1, 2, 3, 8)) {
            double[] others = train(subject, lesson.on(workers));
            demandSame(
                    firstDoneFirst,
                    others,
                    "on " + workers + (workers == 1 ? " worker" : " workers") + " instead of 4");
        }
    }

    @Check(
            id = "makespan",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "whole-gradient"})
    @Order(4)
    @DisplayName("takes each epoch in the time of the largest share of shards, on 1, 2, 4 and 8 cores")
    void makespan(Subject<TrainModelContract> subject, Exhibit exhibit, RandomGenerator random) {
        Lesson lesson = line(random, Collections.nCopies(8, SIZE), 3, 4);
        exhibit.show(demandMakespan(subject, lesson, 4));
        demandMakespan(subject, lesson, 1);
        demandMakespan(subject, lesson, 2);
        demandMakespan(subject, lesson.on(8), 8);
        demandMakespan(subject, lesson.on(3), 8);
        demandMakespan(subject, line(random, Collections.nCopies(3, SIZE), 2, 8), 8);
    }

    @Check(
            id = "started-once",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(5)
    @DisplayName("starts its workers once, as many platform threads as were asked for")
    void startedOnce(Subject<TrainModelContract> subject, RandomGenerator random) {
        demandWorkers(subject, line(random, Collections.nCopies(8, SIZE), 5, 4));
        demandWorkers(subject, line(random, Collections.nCopies(3, SIZE), 5, 8));
        demandWorkers(subject, line(random, Collections.nCopies(4, SIZE), 5, 1));
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(6)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<TrainModelContract> subject, RandomGenerator random) {
        Lesson lesson = line(random, Collections.nCopies(6, SIZE), 2, 4);
        Run<double[]> run = subject.run(UNCUT.findingLeftovers(), use(lesson, new AtomicReference<>()));
        Endings.valueOf(run, subject.exercise(), lesson.caption(Integer.MAX_VALUE));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(7)
    @DisplayName("throws the failure of a shard as it was, and leaves nobody waiting")
    void failureSurfaces(Subject<TrainModelContract> subject, RandomGenerator random) {
        demandFailure(subject, line(random, Collections.nCopies(8, SIZE), 3, 4), 0, 1);
        demandFailure(subject, line(random, Collections.nCopies(8, SIZE), 3, 4), 7, 2);
        demandFailure(subject, line(random, Collections.nCopies(8, SIZE), 3, 4), 3, 3);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(8)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<TrainModelContract> subject, RandomGenerator random) {
        Lesson lesson = line(random, Collections.nCopies(8, SIZE), 3, 4);
        Settings interrupted = UNCUT.interruptCallerAt(SimulatedFunction.COST.multipliedBy(3 * SIZE - 1))
                .findingLeftovers();
        Run<double[]> run = subject.run(interrupted, use(lesson, new AtomicReference<>()));
        Endings.demandEnd(run, subject.exercise(), "3 epochs on 4 workers, the caller interrupted after 14 ms");
        Failures.demandInterruptKept(run, "after 14 ms, in the second epoch");
        if (run.end() == Run.End.RETURNED) {
            Optional<String> wrong = run.value()
                    .map(weights -> difference(weights, lesson.trained()))
                    .orElse(Optional.of("they are null"));
            wrong.ifPresent(difference -> {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "The calling thread was interrupted after 14 ms, and your method returned wrong weights: "
                                + difference + ".");
            });
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes no epochs, and refuses null, negative epochs and no workers")
    void arguments(Subject<TrainModelContract> subject) {
        Dataset data = new Dataset(2, List.of(1, 2));
        GradientFunction ones = (shard, weights) -> new double[] {1, 1};
        Arguments<TrainModelContract> arguments = new Arguments<>();
        arguments.mustReturn(
                "[0.0, 0.0]",
                "train(data, 0, 0.1, gradient, 4)",
                (model, world) -> Arrays.toString(model.train(data, 0, RATE, ones, 4)));
        for (int epochs : List.of(2, 0)) {
            arguments
                    .mustThrow(
                            NullPointerException.class,
                            "train(null, " + epochs + ", 0.1, gradient, 4)",
                            (model, world) -> model.train(null, epochs, RATE, ones, 4))
                    .mustThrow(
                            NullPointerException.class,
                            "train(data, " + epochs + ", 0.1, null, 4)",
                            (model, world) -> model.train(data, epochs, RATE, null, 4));
            for (int workers : List.of(0, -1, Integer.MIN_VALUE)) {
                arguments.mustThrow(
                        IllegalArgumentException.class,
                        "train(data, " + epochs + ", 0.1, gradient, " + workers + ")",
                        (model, world) -> model.train(data, epochs, RATE, ones, workers));
            }
        }
        for (int epochs : List.of(-1, Integer.MIN_VALUE)) {
            arguments.mustThrow(
                    IllegalArgumentException.class,
                    "train(data, " + epochs + ", 0.1, gradient, 4)",
                    (model, world) -> model.train(data, epochs, RATE, ones, 4));
        }
        arguments.check(subject);
    }

    private static Subject.Use<TrainModelContract, double[]> use(Lesson lesson, AtomicReference<Gradients> gradients) {
        return (model, simulation) -> {
            gradients.set(new Gradients(simulation, lesson.data(), lesson.values(), lesson.units()));
            return model.train(lesson.data(), lesson.epochs(), RATE, gradients.get(), lesson.workers());
        };
    }

    // ---- lessons -------------------------------------------------------------------------------------------------

    /** Examples of a straight line through three inputs, of which the last is always 1. */
    private static Lesson line(RandomGenerator random, List<Integer> shards, int epochs, int workers) {
        double[] slopes = {random.nextDouble(-3, 3), random.nextDouble(-3, 3), random.nextDouble(-3, 3)};
        double[][][] examples = shards.stream()
                .map(size -> IntStream.range(0, size)
                        .mapToObj(i -> new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1), 1})
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        GradientFunction values = (shard, weights) -> {
            double[] sum = new double[slopes.length];
            for (double[] inputs : examples[shard]) {
                double error = 0;
                for (int j = 0; j < inputs.length; j++) {
                    error += (weights[j] - slopes[j]) * inputs[j];
                }
                for (int j = 0; j < inputs.length; j++) {
                    sum[j] += 2 * error * inputs[j];
                }
            }
            return sum;
        };
        return new Lesson(new Dataset(slopes.length, shards), values, shard -> SIZE, epochs, workers);
    }

    /** Gradients of such different sizes that their sum shows in which order it was made. */
    private static Lesson rounding(RandomGenerator random, int shards, int epochs, int workers) {
        int weights = 16;
        double[][] parts = new double[shards][weights];
        for (double[] part : parts) {
            Arrays.setAll(part, j -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(40)));
        }
        GradientFunction values = (shard, now) -> {
            double[] sum = new double[weights];
            Arrays.setAll(sum, j -> parts[shard][j] + now[j] / 3);
            return sum;
        };
        return new Lesson(new Dataset(weights, Collections.nCopies(shards, 1)), values, shard -> 1, epochs, workers);
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static double[] train(Subject<TrainModelContract> subject, Lesson lesson) {
        Run<double[]> run = subject.run(UNCUT, use(lesson, new AtomicReference<>()));
        double[] weights = Endings.valueOf(run, subject.exercise(), lesson.caption(Integer.MAX_VALUE));
        Leftovers.demandNothingUnderWay(run, METHOD);
        return weights.clone();
    }

    private static void demandUnshared(Subject<TrainModelContract> subject, Lesson lesson) {
        AtomicReference<Gradients> gradients = new AtomicReference<>();
        Subject.Observed<double[]> observed = subject.observeSharing(UNCUT, use(lesson, gradients));
        Races.demandNone(observed.races());
        demandWeights(subject, observed.run(), lesson, gradients);
    }

    private static void demandWeights(Subject<TrainModelContract> subject, Lesson lesson) {
        AtomicReference<Gradients> gradients = new AtomicReference<>();
        demandWeights(subject, subject.run(UNCUT, use(lesson, gradients)), lesson, gradients);
    }

    private static void demandWeights(
            Subject<TrainModelContract> subject,
            Run<double[]> run,
            Lesson lesson,
            AtomicReference<Gradients> gradients) {
        double[] weights = Endings.valueOf(run, subject.exercise(), lesson.caption(Integer.MAX_VALUE));
        Leftovers.demandNothingUnderWay(run, METHOD);
        gradients.get().demandEachOncePerEpoch(lesson.epochs(), lesson.workers());
        gradients.get().demandSameWeights(lesson.epochs());
        difference(weights, lesson.trained()).ifPresent(difference -> {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Every shard was asked once in every epoch, and yet after " + lesson.epochs()
                            + (lesson.epochs() == 1 ? " epoch" : " epochs") + " on " + lesson.workers()
                            + (lesson.workers() == 1 ? " worker " : " workers ") + difference + ".");
        });
    }

    private static Optional<String> difference(double[] actual, double[] expected) {
        if (actual.length != expected.length) {
            return Optional.of("there are " + actual.length + " weights instead of " + expected.length);
        }
        return IntStream.range(0, expected.length)
                .filter(j -> !(Math.abs(actual[j] - expected[j]) <= ROUNDING * Math.max(1, Math.abs(expected[j]))))
                .mapToObj(j -> "weight " + j + " is " + actual[j] + " instead of " + expected[j])
                .findFirst();
    }

    /** So many epochs that the weights come near those that the examples were made with. None of them costs anything here. */
    private static void demandLearning(Subject<TrainModelContract> subject, RandomGenerator random) {
        Lesson lesson = line(random, Collections.nCopies(5, 8), 150, 4).costing(shard -> 0);
        demandWeights(subject, lesson);
    }

    private static void demandSame(double[] some, double[] others, String how) {
        IntStream.range(0, some.length)
                .filter(j -> Double.compare(some[j], others[j]) != 0)
                .findFirst()
                .ifPresent(j -> {
                    throw CheckFailure.proven(
                            Diagnosis.ORDER_DEPENDENT_RESULT,
                            "The weights change " + how + ": weight " + j + " is " + others[j] + " instead of "
                                    + some[j] + ". The parts are the same; the order in which you add them is not.");
                });
    }

    private static void demandFailure(Subject<TrainModelContract> subject, Lesson lesson, int shard, int epoch) {
        String where = "shard " + shard + " in epoch " + epoch;
        IllegalStateException original = new IllegalStateException("no gradient for " + where);
        AtomicInteger calls = new AtomicInteger();
        Run<double[]> run = subject.run(UNCUT.findingLeftovers(), (model, simulation) -> {
            Gradients gradients = new Gradients(simulation, lesson.data(), lesson.values(), lesson.units());
            GradientFunction failing = (each, weights) -> {
                double[] sum = gradients.sum(each, weights);
                if (each == shard && calls.incrementAndGet() == epoch) {
                    throw original;
                }
                return sum;
            };
            return model.train(lesson.data(), lesson.epochs(), RATE, failing, lesson.workers());
        });
        Endings.demandEnd(run, subject.exercise(), where + " fails");
        Failures.demandOriginal(run, original, "The gradient of " + where);
        Leftovers.demandNone(run, METHOD);
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandMakespan(Subject<TrainModelContract> subject, Lesson lesson, int cores) {
        Job job = lesson.job();
        Settings settings = UNCUT.cores(cores);
        Subject.Observed<double[]> observed = subject.observe(settings, use(lesson, new AtomicReference<>()));
        String caption = lesson.caption(cores);
        Endings.valueOf(observed.run(), subject.exercise(), caption);
        int share = Math.ceilDiv(job.items(), Math.min(lesson.workers(), cores));
        long limit = SimulatedFunction.COST
                .multipliedBy((long) share * SIZE * lesson.epochs())
                .toNanos();
        long makespan = observed.run().timeline().makespan();
        long shard = SimulatedFunction.COST.multipliedBy(SIZE).toNanos();
        Picture picture = new Picture(caption, observed.run().timeline(), Optional.of(limit))
                .beside(Plan.shares(job.tasks(any -> shard), Math.min(lesson.workers(), cores))
                        .repeated(lesson.epochs()));
        if (makespan > limit) {
            Subject.Observed<double[]> again =
                    subject.observe(settings.lookingAround(), use(lesson, new AtomicReference<>()));
            String took = "That took " + Times.ofNanos(makespan) + " instead of " + Times.ofNanos(limit) + ".";
            throw JobFaults.slow(again, job, took)
                    .or(() -> JobFaults.faultOverSteps(again, job, " " + took))
                    .orElseGet(() -> CheckFailure.measured(
                            Diagnosis.UNBALANCED_CHUNKS,
                            "In each epoch a share of " + job.count(share)
                                    + " sets the pace; one of your workers has more. " + took))
                    .showing(picture);
        }
        return makespan == limit ? picture : Endings.picture(observed.run(), caption);
    }

    private static void demandWorkers(Subject<TrainModelContract> subject, Lesson lesson) {
        Subject.Observed<double[]> observed = subject.observe(UNCUT, use(lesson, new AtomicReference<>()));
        Endings.valueOf(observed.run(), subject.exercise(), lesson.caption(Integer.MAX_VALUE));
        JobFaults.faultOfKind(observed, lesson.job(), "")
                .or(() -> JobFaults.faultOverSteps(observed, lesson.job(), ""))
                .ifPresent(fault -> {
                    throw fault;
                });
    }

    /** Two epochs of six shards for three workers, watched for data races. */
    static final class TwoEpochs extends Call<TrainModelContract> {
        @Override
        protected void call(TrainModelContract learners, RandomGenerator random) throws InterruptedException {
            Dataset data = new Dataset(2, List.of(3, 1, 2, 3, 1, 2));
            learners.train(data, 2, 0.1, (shard, weights) -> new double[] {weights[0] - shard, weights[1]}, 3);
        }
    }
}
