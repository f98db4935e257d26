package twostoves.checks.parallelism;

import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.SumOfSquaresContract;
import twostoves.evidence.Ownership;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;
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
import twostoves.kit.Range;
import twostoves.races.Call;
import twostoves.races.Finding;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedFunction;

/** What is demanded of {@code sum-of-squares}. */
@Grades(
        id = "sum-of-squares",
        number = 13,
        track = Track.PARALLELISM,
        contract = SumOfSquaresContract.class,
        realWork = OnYourMachine.Squares.class)
public abstract class SumOfSquaresChecks {

    private static final String METHOD = "sumOfSquares";
    private static final Range HUNDRED = new Range(0, 100);

    /** Enough wherever the length of the run is not the point: every millisecond of it is a step of the clock. */
    private static final Range TWENTY = new Range(0, 20);

    private static final Range MILLION = new Range(0, 1_000_000);

    private static final LongUnaryOperator SQUARE = number -> number * number;

    /** One more than a power of two that is large enough for a {@code double} to lose the one. */
    private static final long BEYOND_DOUBLE = (1L << 60) + 1;

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<SumOfSquaresContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "right-sum", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("adds up the square of every number, each squared once")
    void rightSum(Subject<SumOfSquaresContract> subject, RandomGenerator random) {
        long salt = random.nextInt(1, 1_000);
        LongUnaryOperator function = number -> number * number + salt;
        demandUnsharedSum(subject, new Range(0, 32), 4, function);
        demandSum(subject, TWENTY, 4, function);
        demandSum(subject, new Range(3, 41), 5, function);
        demandSum(subject, new Range(-10, 11), 3, function);
        demandSum(subject, new Range(7, 8), 4, function);
        demandSum(subject, new Range(0, 3), 8, function);
        demandSum(subject, new Range(0, 9), 1, function);
        demandNothingRemembered(subject, function);
        Schedules.explore(subject, TwelveNumbers.class, random);
    }

    @Check(
            id = "makespan",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "right-sum"})
    @Order(3)
    @DisplayName("finishes in the time of the largest chunk, on 1, 2, 4 and 8 cores")
    void makespan(Subject<SumOfSquaresContract> subject, Exhibit exhibit) {
        exhibit.show(demandMakespan(subject, HUNDRED, 4, 4, 25));
        demandMakespan(subject, new Range(0, 40), 4, 1, 40);
        demandMakespan(subject, new Range(0, 40), 4, 2, 20);
        demandMakespan(subject, HUNDRED, 8, 8, 13);
        demandMakespan(subject, new Range(0, 10), 4, 8, 3);
        demandMakespan(subject, new Range(0, 40), 2, 8, 20);
    }

    @Check(
            id = "one-chunk-each",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(4)
    @DisplayName("gives one balanced chunk to each of exactly the workers asked for")
    void oneChunkEach(Subject<SumOfSquaresContract> subject) {
        demandOneChunkEach(subject, HUNDRED, 4);
        demandOneChunkEach(subject, new Range(3, 41), 5);
        demandOneChunkEach(subject, new Range(0, 3), 8);
        demandOneChunkEach(subject, new Range(0, 10), 1);
        demandOneChunkEachOfAMillion(subject);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(5)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<SumOfSquaresContract> subject) {
        Run<Long> run = sum(subject, Settings.STANDARD.findingLeftovers(), TWENTY, 4, SQUARE);
        Endings.valueOf(run, subject.exercise(), caption(TWENTY, 4, 4));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "overflow",
            kind = Kind.VALUES,
            points = 1,
            needs = {"right-sum"})
    @Order(6)
    @DisplayName("tells an overflow instead of returning a wrong sum")
    void overflow(Subject<SumOfSquaresContract> subject) {
        Sums sums = new Sums();
        sums.of(new Range(0, 1), 1, Long.MAX_VALUE);
        sums.of(new Range(0, 3), 1, Long.MAX_VALUE / 2);
        sums.of(new Range(0, 3), 3, Long.MAX_VALUE / 2);
        sums.of(new Range(0, 4), 2, Long.MAX_VALUE / 2);
        sums.of(new Range(0, 8), 4, Long.MAX_VALUE / 3);
        sums.of(new Range(0, 8), 2, Long.MAX_VALUE / 2 + 1);
        sums.of(new Range(0, 3), 1, BEYOND_DOUBLE);
        sums.demandExactOrOverflow(subject);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(7)
    @DisplayName("throws the failure of a computation as it was")
    void failureSurfaces(Subject<SumOfSquaresContract> subject) {
        for (long number : List.of(0L, 7L, 19L)) {
            IllegalStateException original = new IllegalStateException("no square for " + number);
            Run<Long> run = sum(subject, Settings.STANDARD.findingLeftovers(), TWENTY, 4, candidate -> {
                if (candidate == number) {
                    throw original;
                }
                return candidate * candidate;
            });
            Endings.demandEnd(run, subject.exercise(), "the square of " + number + " fails");
            Failures.demandOriginal(run, original, "The square of " + number);
            Leftovers.demandNone(run, METHOD);
        }
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(8)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<SumOfSquaresContract> subject) {
        Settings interrupted = Settings.STANDARD
                .interruptCallerAt(SimulatedFunction.COST.multipliedBy(2))
                .findingLeftovers();
        Run<Long> run = sum(subject, interrupted, TWENTY, 4, SQUARE);
        Endings.demandEnd(run, subject.exercise(), "20 numbers on 4 workers, the caller interrupted after 2 ms");
        Failures.demandInterruptKept(run, "after 2 ms, while 4 workers were computing");
        long expected = LongStream.range(0, 20).map(SQUARE).sum();
        if (run.end() == Run.End.RETURNED
                && !run.value().filter(sum -> sum == expected).isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 2 ms, and your method returned a wrong sum: "
                            + run.value().map(Object::toString).orElse("null") + ".");
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes an empty range, and refuses null and fewer than one worker")
    void arguments(Subject<SumOfSquaresContract> subject) {
        Range empty = new Range(5, 5);
        Arguments<SumOfSquaresContract> arguments = new Arguments<SumOfSquaresContract>()
                .mustReturn(0L, "sumOfSquares([5, 5), 4, square)", (sum, world) -> sum.sumOfSquares(empty, 4, SQUARE))
                .mustThrow(
                        NullPointerException.class,
                        "sumOfSquares(null, 4, square)",
                        (sum, world) -> sum.sumOfSquares(null, 4, SQUARE));
        for (Range numbers : List.of(HUNDRED, empty)) {
            arguments.mustThrow(
                    NullPointerException.class,
                    "sumOfSquares(" + numbers + ", 4, null)",
                    (sum, world) -> sum.sumOfSquares(numbers, 4, null));
            for (int workers : List.of(0, -1, Integer.MIN_VALUE)) {
                arguments.mustThrow(
                        IllegalArgumentException.class,
                        "sumOfSquares(" + numbers + ", " + workers + ", square)",
                        (sum, world) -> sum.sumOfSquares(numbers, workers, SQUARE));
            }
        }
        arguments.check(subject);
    }

    private static Run<Long> sum(
            Subject<SumOfSquaresContract> subject,
            Settings settings,
            Range numbers,
            int workers,
            LongUnaryOperator function) {
        return subject.run(settings, use(numbers, workers, function));
    }

    private static Subject.Use<SumOfSquaresContract, Long> use(Range numbers, int workers, LongUnaryOperator function) {
        return (sum, simulation) -> sum.sumOfSquares(numbers, workers, new SimulatedFunction(simulation, function));
    }

    private static String caption(Range numbers, int workers, int cores) {
        return numbers.size() + " numbers of 1 ms each, " + workers + (workers == 1 ? " worker, " : " workers, ")
                + cores + (cores == 1 ? " core" : " cores");
    }

    private static long expected(Range numbers, LongUnaryOperator function) {
        return LongStream.range(numbers.from(), numbers.to()).map(function).sum();
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static void demandSum(
            Subject<SumOfSquaresContract> subject, Range numbers, int workers, LongUnaryOperator function) {
        Run<Long> run = sum(subject, Settings.STANDARD, numbers, workers, function);
        long actual = Endings.valueOf(run, subject.exercise(), caption(numbers, workers, workers));
        Leftovers.demandNothingUnderWay(run, METHOD);
        long expected = expected(numbers, function);
        try {
            demandEachOnce(run.timeline().ownership(), numbers, workers);
        } catch (CheckFailure fault) {
            throw rememberedWork(subject, numbers, workers, function).orElse(fault);
        }
        if (actual != expected
                && isRight(sum(subject.afresh(), Settings.STANDARD, numbers, workers, function), expected)) {
            throw remembered(numbers, actual, expected);
        }
        if (actual != expected) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Every number in " + numbers + " was squared once, yet with " + workers + " workers the sum is "
                            + actual + " instead of " + expected + ".");
        }
    }

    private static void demandEachOnce(Ownership ownership, Range numbers, int workers) {
        Set<Long> squared = new TreeSet<>();
        ownership.items().values().forEach(squared::addAll);
        Set<Long> missing = ownership.missing(numbers);
        Set<Long> repeated = ownership.repeated();
        Set<Long> outside = new TreeSet<>(squared);
        outside.removeIf(number -> number >= numbers.from() && number < numbers.to());
        if (!outside.isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.GAP_OR_OVERLAP,
                    "You squared " + some(outside) + ", which " + numbers + " does not contain.");
        }
        if (!missing.isEmpty()) {
            boolean tail = missing.size() == numbers.size() % workers
                    && missing.contains(numbers.to() - 1)
                    && isOneRun(missing);
            throw CheckFailure.proven(
                    tail ? Diagnosis.REMAINDER_DROPPED : Diagnosis.GAP_OR_OVERLAP,
                    "Of " + numbers + " on " + workers + " workers you never squared " + some(missing) + ".");
        }
        if (!repeated.isEmpty()) {
            boolean borders = repeated.size() < workers && !repeated.contains(numbers.from());
            throw CheckFailure.proven(
                    borders ? Diagnosis.GAP_OR_OVERLAP : Diagnosis.WORK_DONE_TWICE,
                    "Of " + numbers + " on " + workers + " workers you squared more than once: " + some(repeated)
                            + ".");
        }
    }

    private static boolean isOneRun(Set<Long> numbers) {
        TreeSet<Long> sorted = new TreeSet<>(numbers);
        return sorted.last() - sorted.first() == sorted.size() - 1;
    }

    private static String some(Set<Long> numbers) {
        int shown = 5;
        String text = numbers.stream()
                .limit(shown)
                .map(Object::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return numbers.size() > shown ? text + ", … (" + numbers.size() + " numbers)" : text;
    }

    private static void demandUnsharedSum(
            Subject<SumOfSquaresContract> subject, Range numbers, int workers, LongUnaryOperator function) {
        Subject.Observed<Long> observed = subject.observeSharing(Settings.STANDARD, use(numbers, workers, function));
        Run<Long> run = observed.run();
        Races.demandNoneBehindException(observed, Diagnosis.SHARED_ACCUMULATOR);
        long actual = Endings.valueOf(run, subject.exercise(), caption(numbers, workers, workers));
        Leftovers.demandNothingUnderWay(run, METHOD);
        demandEachOnce(run.timeline().ownership(), numbers, workers);
        boolean wrong = actual != expected(numbers, function);
        observed.races().stream()
                .filter(race -> race.isDataRace() || wrong)
                .findFirst()
                .ifPresent(race -> {
                    throw Races.failure(race, Races.diagnosis(race, Diagnosis.SHARED_ACCUMULATOR));
                });
    }

    private static void demandNothingRemembered(Subject<SumOfSquaresContract> subject, LongUnaryOperator function) {
        Range second = new Range(0, 10);
        Run<Long> run = subject.run(Settings.STANDARD, (sum, simulation) -> {
            LongUnaryOperator square = new SimulatedFunction(simulation, function);
            sum.sumOfSquares(TWENTY, 4, square);
            return sum.sumOfSquares(second, 2, square);
        });
        long actual = Endings.valueOf(run, subject.exercise(), "two calls, one after the other");
        long expected = expected(second, function);
        if (actual != expected) {
            throw remembered(second, actual, expected);
        }
    }

    /** Whether a submission of which nothing has run before squares every number once, unlike this one. */
    private static Optional<CheckFailure> rememberedWork(
            Subject<SumOfSquaresContract> subject, Range numbers, int workers, LongUnaryOperator function) {
        Run<Long> fresh = sum(subject.afresh(), Settings.STANDARD, numbers, workers, function);
        Ownership ownership = fresh.timeline().ownership();
        boolean eachOnce =
                ownership.missing(numbers).isEmpty() && ownership.repeated().isEmpty();
        return eachOnce && isRight(fresh, expected(numbers, function))
                ? Optional.of(CheckFailure.proven(
                        Diagnosis.STATIC_STATE,
                        "The first call was right. A later one, for " + numbers
                                + ", did not square each number once: it found what the first one has left."))
                : Optional.empty();
    }

    private static boolean isRight(Run<Long> run, long expected) {
        return run.value().filter(sum -> sum == expected).isPresent();
    }

    private static CheckFailure remembered(Range numbers, long actual, long expected) {
        return CheckFailure.proven(
                Diagnosis.STATIC_STATE,
                "The first call was right. A later one, for " + numbers + ", returned " + actual + " instead of "
                        + expected + ": it found what the first one has left.");
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandMakespan(
            Subject<SumOfSquaresContract> subject, Range numbers, int workers, int cores, int units) {
        Settings settings = Settings.STANDARD.cores(cores).quantum(SimulatedFunction.COST);
        Subject.Observed<Long> observed = subject.observe(settings, use(numbers, workers, SQUARE));
        Run<Long> run = observed.run();
        String caption = caption(numbers, workers, cores);
        Endings.valueOf(run, subject.exercise(), caption);
        long expected = SimulatedFunction.COST.multipliedBy(units).toNanos();
        Picture picture = new Picture(caption, run.timeline(), Optional.of(expected))
                .beside(Plan.shares(tasks(numbers), Math.min(workers, cores)));
        if (run.timeline().makespan() != expected) {
            Subject.Observed<Long> again = subject.observe(settings.lookingAround(), use(numbers, workers, SQUARE));
            String took = "That took " + Times.ofNanos(run.timeline().makespan()) + " instead of "
                    + Times.ofNanos(expected) + " on " + cores + (cores == 1 ? " core." : " cores.");
            throw Workers.explain(again, numbers, workers, took).showing(picture);
        }
        return picture;
    }

    private static List<Plan.Task> tasks(Range numbers) {
        return LongStream.range(numbers.from(), numbers.to())
                .mapToObj(number ->
                        new Plan.Task(Long.toString(number), Span.Activity.COMPUTING, SimulatedFunction.COST.toNanos()))
                .toList();
    }

    private static void demandOneChunkEach(Subject<SumOfSquaresContract> subject, Range numbers, int workers) {
        Subject.Observed<Long> observed = subject.observe(Settings.STANDARD, use(numbers, workers, SQUARE));
        Endings.valueOf(observed.run(), subject.exercise(), caption(numbers, workers, workers));
        Workers.fault(observed, numbers, workers, "").ifPresent(fault -> {
            throw fault;
        });
        if (numbers.size() > 2L * workers && observed.synchronisations() >= numbers.size()) {
            throw CheckFailure.measured(
                    Diagnosis.ATOMIC_PER_ELEMENT,
                    "For " + numbers.size() + " numbers your workers met at a lock or an atomic variable "
                            + observed.synchronisations() + " times; once for each worker is enough.");
        }
    }

    /** The same where numbers are not told one by one: of each worker it is known where it was after every ten thousand. */
    private static void demandOneChunkEachOfAMillion(Subject<SumOfSquaresContract> subject) {
        int workers = 4;
        Settings settings = Settings.STANDARD.quantum(SimulatedFunction.CHEAP.multipliedBy(10_000));
        Run<Long> run = subject.run(
                settings,
                (sum, simulation) -> sum.sumOfSquares(MILLION, workers, SimulatedFunction.cheap(simulation, SQUARE)));
        run.failure().filter(StackOverflowError.class::isInstance).ifPresent(overflow -> {
            throw CheckFailure.proven(
                            Diagnosis.THROWS_UNEXPECTEDLY,
                            "A hundred numbers go well, but for a million your method threw StackOverflowError: a worker"
                                    + " has a stack for some ten thousand calls within one another.")
                    .at(Endings.placeOf(overflow));
        });
        long actual = Endings.valueOf(run, subject.exercise(), "a million numbers of 1 µs each, 4 workers");
        long n = MILLION.size();
        long expected = (n - 1) * n * (2 * n - 1) / 6;
        if (actual != expected) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "You add up the squares of a hundred numbers, but those of " + MILLION + " are " + actual
                            + " in your sum instead of " + expected + ".");
        }
        Timeline timeline = run.timeline();
        long due =
                SimulatedFunction.CHEAP.multipliedBy(MILLION.size() / workers).toNanos();
        if (timeline.makespan() != due) {
            throw CheckFailure.measured(
                    Diagnosis.UNBALANCED_CHUNKS,
                    "A hundred numbers are shared out evenly, but for a million, of 1 µs each, your " + workers
                            + " workers took " + Times.ofNanos(timeline.makespan()) + " instead of "
                            + Times.ofNanos(due) + ".");
        }
        List<LongSummaryStatistics> shares = timeline.ownership().items().values().stream()
                .map(own -> own.stream().mapToLong(Long::longValue).summaryStatistics())
                .sorted(Comparator.comparingLong(LongSummaryStatistics::getMin))
                .toList();
        for (int i = 1; i < shares.size(); i++) {
            if (shares.get(i).getMin() < shares.get(i - 1).getMax()) {
                throw CheckFailure.measured(
                        Diagnosis.UNBALANCED_CHUNKS,
                        "A hundred numbers are one chunk for each worker, but a million are not: one worker squared "
                                + shares.get(i - 1).getMin() + " and "
                                + shares.get(i - 1).getMax()
                                + ", and another one squared " + shares.get(i).getMin() + ", which lies between.");
            }
        }
    }

    /** Twelve numbers for three workers, watched for data races. */
    static final class TwelveNumbers extends Call<SumOfSquaresContract> {
        @Override
        protected void call(SumOfSquaresContract learners, RandomGenerator random) throws InterruptedException {
            learners.sumOfSquares(new Range(0, 12), 3, SQUARE);
        }

        @Override
        public Diagnosis diagnose(Finding finding) {
            return Races.diagnosis(finding, Diagnosis.SHARED_ACCUMULATOR);
        }
    }
}
