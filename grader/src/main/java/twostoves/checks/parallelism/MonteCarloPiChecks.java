package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.MonteCarloPiContract;
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
import twostoves.kit.HitCounter;
import twostoves.races.Call;
import twostoves.races.Finding;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedFunction;

/** What is demanded of {@code monte-carlo-pi}. */
@Grades(
        id = "monte-carlo-pi",
        number = 18,
        track = Track.PARALLELISM,
        contract = MonteCarloPiContract.class,
        realWork = OnYourMachine.Samples.class)
public abstract class MonteCarloPiChecks {

    private static final String METHOD = "estimate";

    /** The samples of a stream where all streams are of one size. */
    private static final int SHARE = 20;

    /** What different orders of rounding may make of one and the same estimate. */
    private static final double ROUNDING = 1e-12;

    /** Four times as many do not fit in a {@code long}. */
    private static final long VERY_MANY = 4_000_000_000_000_000_003L;

    /** No computation is cut into slices, so that each of them is one step of the clock. */
    private static final Settings UNCUT = Settings.STANDARD.quantum(Duration.ofDays(1));

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    /** What is asked for. */
    private record Question(long samples, int streams, long seed, int workers) {

        private Question on(int others) {
            return new Question(samples, streams, seed, others);
        }

        private Job job() {
            return new Job("stream", "counted", (int) Math.min(samples, streams), workers);
        }
    }

    /** An estimate, and how it came about. */
    private record Answer(double estimate, Darts darts) {}

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<MonteCarloPiContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "every-sample-once", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("divides the samples among the streams, and loses none")
    void everySampleOnce(Subject<MonteCarloPiContract> subject, RandomGenerator random) {
        long seed = random.nextLong();
        demandUnsharedHits(subject, new Question(12 * SHARE, 12, seed, 4));
        demandShares(subject, new Question(203, 10, seed, 4));
        demandShares(subject, new Question(99, 10, seed, 5));
        demandShares(subject, new Question(3, 7, seed, 2));
        demandShares(subject, new Question(40, 1, seed, 3));
        demandShares(subject, new Question(1, 1, seed, 1));
        Schedules.explore(subject, SixStreams.class, random);
    }

    @Check(
            id = "same-for-every-number-of-workers",
            kind = Kind.VALUES,
            points = 2,
            needs = {"every-sample-once"})
    @Order(3)
    @DisplayName("gives the same estimate for every number of workers, from streams of their own")
    void sameForEveryNumberOfWorkers(Subject<MonteCarloPiContract> subject, RandomGenerator random) {
        Question question = new Question(10L * SHARE, 10, random.nextLong(), 4);
        Answer first = ask(subject, question);
        Answer again = ask(subject, question);
        Answer other = ask(subject, new Question(question.samples(), 10, ~question.seed(), 4));
        if (!first.darts().firsts().equals(again.darts().firsts())) {
            first.darts().demandStreamsApart();
            throw CheckFailure.proven(
                    Diagnosis.SEED_IGNORED,
                    "Two calls with the same seed draw different random numbers, and give " + first.estimate() + " and "
                            + again.estimate() + ".");
        }
        if (first.darts().firsts().equals(other.darts().firsts())) {
            throw CheckFailure.proven(
                    Diagnosis.SEED_IGNORED,
                    "With seed " + question.seed() + " and with seed " + ~question.seed()
                            + " you draw the same random numbers.");
        }
        first.darts().demandStreamsApart();
        for (long seed : List.of(0L, 1L, -1L)) {
            ask(subject, new Question(question.samples(), 10, seed, 4)).darts().demandStreamsApart();
        }
        for (int workers : List.of(1, 2, 3, 8, 16)) {
            Answer answer = ask(subject, question.on(workers));
            String both = "With 4 workers your estimate is " + first.estimate() + ", with " + workers
                    + (workers == 1 ? " worker " : " workers ") + answer.estimate() + ".";
            if (!answer.darts().firsts().equals(first.darts().firsts())) {
                throw CheckFailure.proven(
                        Diagnosis.STREAM_PER_WORKER, "The random numbers change with the number of workers. " + both);
            }
            if (answer.estimate() != first.estimate()) {
                throw CheckFailure.proven(
                        Diagnosis.ORDER_DEPENDENT_RESULT, "All streams draw the same, and yet: " + both);
            }
        }
    }

    @Check(
            id = "makespan",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "every-sample-once"})
    @Order(4)
    @DisplayName("finishes in the time of the largest share of streams, on 1, 2, 4 and 8 cores")
    void makespan(Subject<MonteCarloPiContract> subject, Exhibit exhibit, RandomGenerator random) {
        long seed = random.nextLong();
        exhibit.show(demandMakespan(subject, new Question(16L * SHARE, 16, seed, 4), 4));
        demandMakespan(subject, new Question(16L * SHARE, 16, seed, 4), 1);
        demandMakespan(subject, new Question(16L * SHARE, 16, seed, 4), 2);
        demandMakespan(subject, new Question(16L * SHARE, 16, seed, 8), 8);
        demandMakespan(subject, new Question(10L * SHARE, 10, seed, 4), 8);
        demandMakespan(subject, new Question(3L * SHARE, 3, seed, 8), 8);
    }

    @Check(
            id = "workers",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(5)
    @DisplayName("computes on as many platform threads as were asked for")
    void workers(Subject<MonteCarloPiContract> subject, RandomGenerator random) {
        demandWorkers(subject, new Question(16L * SHARE, 16, random.nextLong(), 4));
        // shares of 9 streams by 4, rounded up, are 3
        demandWorkers(subject, new Question(9L * SHARE, 9, random.nextLong(), 4));
        demandWorkers(subject, new Question(3L * SHARE, 3, random.nextLong(), 8));
        demandWorkers(subject, new Question(6L * SHARE, 6, random.nextLong(), 1));
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(6)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<MonteCarloPiContract> subject, RandomGenerator random) {
        Question question = new Question(8L * SHARE, 8, random.nextLong(), 4);
        Run<Double> run = subject.run(UNCUT.findingLeftovers(), use(question, new AtomicReference<>()));
        Endings.valueOf(run, subject.exercise(), question.job().caption(Integer.MAX_VALUE));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(7)
    @DisplayName("throws the failure of a stream as it was")
    void failureSurfaces(Subject<MonteCarloPiContract> subject, RandomGenerator random) {
        long seed = random.nextLong();
        for (int failing : List.of(0, 5, 11)) {
            IllegalStateException original = new IllegalStateException("no more darts");
            AtomicInteger calls = new AtomicInteger();
            Run<Double> run = subject.run(UNCUT.findingLeftovers(), (pi, simulation) -> {
                Darts darts = new Darts(simulation);
                HitCounter counter = (numbers, samples) -> {
                    int call = calls.getAndIncrement();
                    long hits = darts.hits(numbers, samples);
                    if (call == failing) {
                        throw original;
                    }
                    return hits;
                };
                return pi.estimate(12L * SHARE, 12, seed, counter, 4);
            });
            Endings.demandEnd(run, subject.exercise(), "one of 12 streams fails");
            Failures.demandOriginal(run, original, "Call " + failing + " of the counter");
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
    void interruption(Subject<MonteCarloPiContract> subject, RandomGenerator random) {
        Question question = new Question(12L * SHARE, 12, random.nextLong(), 4);
        AtomicReference<Darts> darts = new AtomicReference<>();
        Settings interrupted = UNCUT.interruptCallerAt(SimulatedFunction.COST.multipliedBy(SHARE + SHARE / 2))
                .findingLeftovers();
        Run<Double> run = subject.run(interrupted, use(question, darts));
        Endings.demandEnd(run, subject.exercise(), "12 streams on 4 workers, the caller interrupted after 30 ms");
        Failures.demandInterruptKept(run, "after 30 ms, while 4 workers were computing");
        boolean right = run.value()
                .filter(estimate -> darts.get().throwings().size() == 12
                        && isRight(estimate, darts.get().estimate(question.samples())))
                .isPresent();
        if (run.end() == Run.End.RETURNED && !right) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 30 ms, and your method returned a wrong estimate: "
                            + run.value().map(Object::toString).orElse("null") + ".");
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes more samples than a long can hold four times, and refuses null and numbers less than one")
    void arguments(Subject<MonteCarloPiContract> subject) {
        demandVeryMany(subject);
        HitCounter none = (random, samples) -> 0;
        Arguments<MonteCarloPiContract> arguments = new Arguments<MonteCarloPiContract>()
                .mustReturn(
                        0.0, "estimate(10, 2, 1, counter, 4), no hits", (pi, world) -> pi.estimate(10, 2, 1, none, 4))
                .mustThrow(
                        NullPointerException.class,
                        "estimate(10, 2, 1, null, 4)",
                        (pi, world) -> pi.estimate(10, 2, 1, null, 4));
        for (int wrong : List.of(0, -1, Integer.MIN_VALUE)) {
            arguments
                    .mustThrow(
                            IllegalArgumentException.class,
                            "estimate(" + wrong + ", 2, 1, counter, 4)",
                            (pi, world) -> pi.estimate(wrong, 2, 1, none, 4))
                    .mustThrow(
                            IllegalArgumentException.class,
                            "estimate(10, " + wrong + ", 1, counter, 4)",
                            (pi, world) -> pi.estimate(10, wrong, 1, none, 4))
                    .mustThrow(
                            IllegalArgumentException.class,
                            "estimate(10, 2, 1, counter, " + wrong + ")",
                            (pi, world) -> pi.estimate(10, 2, 1, none, wrong));
        }
        arguments.check(subject);
    }

    private static Subject.Use<MonteCarloPiContract, Double> use(Question question, AtomicReference<Darts> darts) {
        return (pi, simulation) -> {
            darts.set(new Darts(simulation));
            return pi.estimate(
                    question.samples(), question.streams(), question.seed(), darts.get(), question.workers());
        };
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static Answer ask(Subject<MonteCarloPiContract> subject, Question question) {
        AtomicReference<Darts> darts = new AtomicReference<>();
        Run<Double> run = subject.run(UNCUT, use(question, darts));
        return answer(subject, run, question, darts);
    }

    private static Answer answer(
            Subject<MonteCarloPiContract> subject, Run<Double> run, Question question, AtomicReference<Darts> darts) {
        double estimate =
                Endings.valueOf(run, subject.exercise(), question.job().caption(Integer.MAX_VALUE));
        Leftovers.demandNothingUnderWay(run, METHOD);
        return new Answer(estimate, darts.get());
    }

    private static void demandShares(Subject<MonteCarloPiContract> subject, Question question) {
        demandShares(question, ask(subject, question));
    }

    private static void demandShares(Question question, Answer answer) {
        answer.darts().demandShares(question.samples(), question.streams(), question.workers());
        demandEstimate(question, answer).ifPresent(wrong -> {
            throw wrong;
        });
    }

    private static Optional<CheckFailure> demandEstimate(Question question, Answer answer) {
        double expected = answer.darts().estimate(question.samples());
        return isRight(answer.estimate(), expected)
                ? Optional.empty()
                : Optional.of(CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "Your streams drew " + question.samples() + " samples with "
                                + Math.round(expected * question.samples() / 4) + " hits: the estimate is " + expected
                                + ", and yours is " + answer.estimate() + "."));
    }

    private static boolean isRight(double estimate, double expected) {
        return Math.abs(estimate - expected) <= ROUNDING;
    }

    private static void demandUnsharedHits(Subject<MonteCarloPiContract> subject, Question question) {
        AtomicReference<Darts> darts = new AtomicReference<>();
        Subject.Observed<Double> observed = subject.observeSharing(UNCUT, use(question, darts));
        Races.demandNoneBehindException(observed, Diagnosis.SHARED_ACCUMULATOR);
        Answer answer = answer(subject, observed.run(), question, darts);
        answer.darts().demandShares(question.samples(), question.streams(), question.workers());
        Optional<CheckFailure> wrong = demandEstimate(question, answer);
        observed.races().stream()
                .filter(race -> race.isDataRace() || wrong.isPresent())
                .findFirst()
                .ifPresent(race -> {
                    throw Races.failure(race, Races.diagnosis(race, Diagnosis.SHARED_ACCUMULATOR));
                });
        wrong.ifPresent(failure -> {
            throw failure;
        });
    }

    private static void demandVeryMany(Subject<MonteCarloPiContract> subject) {
        AtomicLong drawn = new AtomicLong();
        AtomicLong hits = new AtomicLong();
        HitCounter threeQuarters = (random, samples) -> {
            drawn.addAndGet(samples);
            hits.addAndGet(samples / 4 * 3);
            return samples / 4 * 3;
        };
        Run<Double> run = subject.run(UNCUT, (pi, simulation) -> pi.estimate(VERY_MANY, 1_000, 1, threeQuarters, 4));
        double estimate = Endings.valueOf(run, subject.exercise(), VERY_MANY + " samples");
        if (drawn.get() != VERY_MANY || Math.abs(estimate - 4.0 * hits.get() / VERY_MANY) > ROUNDING) {
            throw CheckFailure.proven(
                    Diagnosis.RANGE_OVERFLOW,
                    "Of " + VERY_MANY + " samples in 1000 streams you drew " + drawn.get() + ", and your estimate is "
                            + estimate + ", where three of four hit.");
        }
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandMakespan(Subject<MonteCarloPiContract> subject, Question question, int cores) {
        Job job = question.job();
        Settings settings = UNCUT.cores(cores);
        Subject.Observed<Double> observed = subject.observe(settings, use(question, new AtomicReference<>()));
        Endings.valueOf(observed.run(), subject.exercise(), job.caption(cores));
        int share = Math.ceilDiv(job.items(), Math.min(question.workers(), cores));
        long limit = SimulatedFunction.COST.multipliedBy((long) share * SHARE).toNanos();
        long makespan = observed.run().timeline().makespan();
        Picture picture = new Picture(job.caption(cores), observed.run().timeline(), Optional.of(limit))
                .beside(Plan.shares(
                        job.tasks(stream -> SHARE * SimulatedFunction.COST.toNanos()),
                        Math.min(question.workers(), cores)));
        if (makespan > limit) {
            Subject.Observed<Double> again =
                    subject.observe(settings.lookingAround(), use(question, new AtomicReference<>()));
            String took = "That took " + Times.ofNanos(makespan) + " instead of " + Times.ofNanos(limit) + ".";
            throw JobFaults.slow(again, job, took)
                    .or(() -> JobFaults.fault(again, job, " " + took))
                    .orElseGet(() -> CheckFailure.measured(
                            Diagnosis.UNBALANCED_CHUNKS,
                            "One worker has more than " + job.count(share) + " to count. " + took))
                    .showing(picture);
        }
        return makespan == limit ? picture : Endings.picture(observed.run(), job.caption(cores));
    }

    private static void demandWorkers(Subject<MonteCarloPiContract> subject, Question question) {
        Subject.Observed<Double> observed = subject.observe(UNCUT, use(question, new AtomicReference<>()));
        Endings.valueOf(observed.run(), subject.exercise(), question.job().caption(Integer.MAX_VALUE));
        JobFaults.fault(observed, question.job(), "").ifPresent(fault -> {
            throw fault;
        });
    }

    /** Six streams for three workers, watched for data races. */
    static final class SixStreams extends Call<MonteCarloPiContract> {
        @Override
        protected void call(MonteCarloPiContract learners, RandomGenerator random) throws InterruptedException {
            learners.estimate(60, 6, random.nextLong(), (stream, samples) -> stream.nextInt(2) * samples, 3);
        }

        @Override
        public Diagnosis diagnose(Finding finding) {
            return Races.diagnosis(finding, Diagnosis.SHARED_ACCUMULATOR);
        }
    }
}
