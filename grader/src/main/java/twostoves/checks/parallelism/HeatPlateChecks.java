package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.parallelism.WatchedStencil.Problem;
import twostoves.contract.HeatPlateContract;
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
import twostoves.kit.Stencil;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedFunction;

/** What is demanded of {@code heat-plate}. */
@Grades(
        id = "heat-plate",
        number = 19,
        track = Track.PARALLELISM,
        contract = HeatPlateContract.class,
        realWork = OnYourMachine.Plate.class)
public abstract class HeatPlateChecks {

    private static final String METHOD = "simulate";

    /** The cost of a cell in a row that keeps its worker busy while all others could run ahead by several steps. */
    private static final int DEAR = 30;

    /** No computation is cut into slices, so that each of them is one step of the clock. */
    private static final Settings UNCUT = Settings.STANDARD.quantum(Duration.ofSeconds(1));

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<HeatPlateContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "each-step-from-the-last", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("computes every step from the whole step before, to the last bit")
    void eachStepFromTheLast(Subject<HeatPlateContract> subject, RandomGenerator random) {
        int dear = random.nextInt(2, 8);
        Problem oneDearRow = Problem.random(random, 8, 3, 3).costing(row -> row == dear ? DEAR : 1);
        demandShared(subject, oneDearRow, 4);
        demandShared(subject, Problem.random(random, 9, 3, 3), 2);
        demandPlate(subject, oneDearRow, 8);
        demandPlate(subject, Problem.random(random, 7, 2, 4), 3);
        demandPlate(subject, Problem.random(random, 5, 3, 2), 8);
        demandPlate(subject, Problem.random(random, 4, 4, 3), 1);
        Schedules.explore(subject, ThreeSteps.class, random);
    }

    @Check(
            id = "makespan",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "each-step-from-the-last"})
    @Order(3)
    @DisplayName("takes each step in the time of the largest share, on 1, 2, 4 and 8 cores")
    void makespan(Subject<HeatPlateContract> subject, Exhibit exhibit, RandomGenerator random) {
        Problem problem = Problem.random(random, 8, 2, 3);
        exhibit.show(demandMakespan(subject, problem, 4, 4));
        demandMakespan(subject, problem, 4, 1);
        demandMakespan(subject, problem, 4, 2);
        demandMakespan(subject, problem, 8, 8);
        demandMakespan(subject, problem, 3, 8);
        demandMakespan(subject, Problem.random(random, 3, 2, 3), 8, 8);
    }

    @Check(
            id = "started-once",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(4)
    @DisplayName("starts its workers once, as many platform threads as were asked for")
    void startedOnce(Subject<HeatPlateContract> subject, RandomGenerator random) {
        demandWorkers(subject, Problem.random(random, 8, 2, 5), 4);
        demandWorkers(subject, Problem.random(random, 3, 2, 5), 8);
        demandWorkers(subject, Problem.random(random, 4, 2, 5), 1);
    }

    @Check(
            id = "callers-plate",
            kind = Kind.VALUES,
            points = 1,
            needs = {"each-step-from-the-last"})
    @Order(5)
    @DisplayName("leaves the caller's plate alone and returns a new one")
    void callersPlate(Subject<HeatPlateContract> subject, RandomGenerator random) {
        for (int steps : List.of(3, 2, 1, 0)) {
            demandOwnPlate(subject, Problem.random(random, 4, 3, steps));
        }
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"makespan"})
    @Order(6)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<HeatPlateContract> subject, RandomGenerator random) {
        Problem problem = Problem.random(random, 6, 2, 3);
        Run<double[][]> run = subject.run(UNCUT.findingLeftovers(), use(problem, 4));
        Endings.valueOf(run, subject.exercise(), caption(problem, 4, Integer.MAX_VALUE));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(7)
    @DisplayName("throws the failure of a cell as it was, and leaves nobody waiting")
    void failureSurfaces(Subject<HeatPlateContract> subject, RandomGenerator random) {
        demandFailure(subject, Problem.random(random, 8, 2, 4), 1, 1);
        demandFailure(subject, Problem.random(random, 8, 2, 4), 8, 2);
        demandFailure(subject, Problem.random(random, 8, 2, 4), 4, 4);
        // the others have come to the barrier before
        demandFailure(subject, Problem.random(random, 8, 2, 4).costing(row -> row == 3 ? DEAR : 1), 3, 2);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"makespan"})
    @Order(8)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<HeatPlateContract> subject, RandomGenerator random) {
        Problem problem = Problem.random(random, 8, 2, 3).costing(row -> 4);
        Settings interrupted =
                UNCUT.interruptCallerAt(SimulatedFunction.COST.multipliedBy(21)).findingLeftovers();
        Run<double[][]> run = subject.run(interrupted, use(problem, 4));
        Endings.demandEnd(run, subject.exercise(), "3 steps on 4 workers, the caller interrupted after 21 ms");
        Failures.demandInterruptKept(run, "after 21 ms, in the second step");
        if (run.end() == Run.End.RETURNED) {
            Optional<String> wrong = run.value()
                    .map(plate -> Problem.difference(plate, problem.result()))
                    .orElse(Optional.of("it is null"));
            wrong.ifPresent(difference -> {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "The calling thread was interrupted after 21 ms, and your method returned a wrong plate: "
                                + difference + ".");
            });
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes plates too small to change, and refuses null, uneven rows, negative steps and no workers")
    void arguments(Subject<HeatPlateContract> subject, RandomGenerator random) {
        Stencil zero = (plate, row, column) -> 0;
        double[][] whole = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        Arguments<HeatPlateContract> arguments = new Arguments<>();
        List<double[][]> unchanging = List.of(
                new double[0][],
                new double[][] {{}},
                new double[][] {{1, 2, 3}},
                new double[][] {{1, 2, 3}, {4, 5, 6}},
                new double[][] {{1}, {2}, {3}, {4}},
                new double[][] {{1, 2}, {3, 4}, {5, 6}});
        for (double[][] plate : unchanging) {
            String shown = Arrays.deepToString(plate);
            arguments.mustReturn(
                    shown,
                    "simulate(" + shown + ", 3, stencil, 4)",
                    (heat, world) -> Arrays.deepToString(heat.simulate(plate, 3, zero, 4)));
        }
        arguments
                .mustReturn(
                        Arrays.deepToString(whole),
                        "simulate(plate, 0, stencil, 4)",
                        (heat, world) -> Arrays.deepToString(heat.simulate(whole, 0, zero, 4)))
                .mustThrow(
                        NullPointerException.class,
                        "simulate(null, 3, stencil, 4)",
                        (heat, world) -> heat.simulate(null, 3, zero, 4))
                .mustThrow(
                        NullPointerException.class,
                        "simulate([[1.0, 2.0], null], 3, stencil, 4)",
                        (heat, world) -> heat.simulate(new double[][] {{1, 2}, null}, 3, zero, 4));
        for (int steps : List.of(3, 0)) {
            arguments
                    .mustThrow(
                            NullPointerException.class,
                            "simulate(plate, " + steps + ", null, 4)",
                            (heat, world) -> heat.simulate(whole, steps, null, 4))
                    .mustThrow(
                            IllegalArgumentException.class,
                            "simulate([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0]], " + steps + ", stencil, 4)",
                            (heat, world) ->
                                    heat.simulate(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8}}, steps, zero, 4))
                    .mustThrow(
                            IllegalArgumentException.class,
                            "simulate([[1.0, 2.0], [3.0, 4.0, 5.0]], " + steps + ", stencil, 4)",
                            (heat, world) -> heat.simulate(new double[][] {{1, 2}, {3, 4, 5}}, steps, zero, 4));
            for (int workers : List.of(0, -1, Integer.MIN_VALUE)) {
                arguments.mustThrow(
                        IllegalArgumentException.class,
                        "simulate(plate, " + steps + ", stencil, " + workers + ")",
                        (heat, world) -> heat.simulate(whole, steps, zero, workers));
            }
        }
        for (int steps : List.of(-1, Integer.MIN_VALUE)) {
            arguments.mustThrow(
                    IllegalArgumentException.class,
                    "simulate(plate, " + steps + ", stencil, 4)",
                    (heat, world) -> heat.simulate(whole, steps, zero, 4));
        }
        arguments.check(subject);
        demandOwnPlate(subject, Problem.random(random, 0, 3, 2));
    }

    private static Subject.Use<HeatPlateContract, double[][]> use(Problem problem, int workers) {
        return (heat, simulation) ->
                heat.simulate(problem.plate(), problem.steps(), new WatchedStencil(simulation, problem), workers);
    }

    private static String caption(Problem problem, int workers, int cores) {
        return problem.steps()
                + (problem.steps() == 1 ? " step of " : " steps of ")
                + job(problem, workers).caption(cores);
    }

    private static Job job(Problem problem, int workers) {
        return new Job("row", "computed", problem.rows(), workers);
    }

    // ---- values --------------------------------------------------------------------------------------------------

    /** Lets threads meet: whatever is written is written late, so that who does not wait for it reads what was there before. */
    private static void demandShared(Subject<HeatPlateContract> subject, Problem problem, int workers) {
        AtomicReference<WatchedStencil> watched = new AtomicReference<>();
        Subject.Observed<double[][]> observed = subject.observeSharing(UNCUT, watching(problem, workers, watched));
        Races.demandNone(observed.races());
        demandPlate(subject, observed.run(), problem, workers, watched);
    }

    private static void demandPlate(Subject<HeatPlateContract> subject, Problem problem, int workers) {
        AtomicReference<WatchedStencil> watched = new AtomicReference<>();
        Run<double[][]> run = subject.run(UNCUT, watching(problem, workers, watched));
        demandPlate(subject, run, problem, workers, watched);
    }

    private static Subject.Use<HeatPlateContract, double[][]> watching(
            Problem problem, int workers, AtomicReference<WatchedStencil> watched) {
        return (heat, simulation) -> {
            watched.set(new WatchedStencil(simulation, problem));
            return heat.simulate(problem.plate(), problem.steps(), watched.get(), workers);
        };
    }

    private static void demandPlate(
            Subject<HeatPlateContract> subject,
            Run<double[][]> run,
            Problem problem,
            int workers,
            AtomicReference<WatchedStencil> watched) {
        double[][] plate = Endings.valueOf(run, subject.exercise(), caption(problem, workers, Integer.MAX_VALUE));
        Leftovers.demandNothingUnderWay(run, METHOD);
        watched.get().demandEachOncePerStep(workers);
        watched.get().demandReadsOfStepBefore();
        Problem.difference(plate, problem.result()).ifPresent(difference -> {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Every cell was computed in every step, and yet after " + problem.steps() + " steps on " + workers
                            + (workers == 1 ? " worker " : " workers ") + difference + ".");
        });
    }

    private static void demandOwnPlate(Subject<HeatPlateContract> subject, Problem problem) {
        double[][] callers = problem.plate();
        Run<double[][]> run = subject.run(
                UNCUT,
                (heat, simulation) ->
                        heat.simulate(callers, problem.steps(), new WatchedStencil(simulation, problem), 2));
        double[][] plate = Endings.valueOf(run, subject.exercise(), caption(problem, 2, Integer.MAX_VALUE));
        String after = "After " + problem.steps() + (problem.steps() == 1 ? " step " : " steps ");
        Problem.difference(callers, problem.plate()).ifPresent(difference -> {
            throw CheckFailure.proven(
                    Diagnosis.INPUT_CHANGED,
                    after + "the plate that your caller gave you is changed: " + difference + ".");
        });
        boolean shared = plate == callers
                || Arrays.stream(plate)
                        .anyMatch(row -> Arrays.stream(callers).anyMatch(callersRow -> callersRow == row));
        if (shared) {
            throw CheckFailure.proven(
                    Diagnosis.INPUT_CHANGED,
                    after + "of a plate of " + callers.length + " rows you return rows of your caller's own plate:"
                            + " whoever changes one of the two changes both.");
        }
    }

    private static void demandFailure(Subject<HeatPlateContract> subject, Problem problem, int row, int step) {
        String where = "step " + step + " of row " + row;
        IllegalStateException original = new IllegalStateException("no value in " + where);
        AtomicInteger calls = new AtomicInteger();
        Run<double[][]> run = subject.run(UNCUT.findingLeftovers(), (heat, simulation) -> {
            WatchedStencil watched = new WatchedStencil(simulation, problem);
            Stencil failing = (plate, r, c) -> {
                double value = watched.next(plate, r, c);
                if (r == row && c == 1 && calls.incrementAndGet() == step) {
                    throw original;
                }
                return value;
            };
            return heat.simulate(problem.plate(), problem.steps(), failing, 4);
        });
        Endings.demandEnd(run, subject.exercise(), where + " fails");
        Failures.demandOriginal(run, original, "A cell in " + where);
        Leftovers.demandNone(run, METHOD);
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandMakespan(Subject<HeatPlateContract> subject, Problem problem, int workers, int cores) {
        Job job = job(problem, workers);
        Settings settings = cores < workers ? Settings.STANDARD.cores(cores) : UNCUT.cores(cores);
        Subject.Observed<double[][]> observed = subject.observe(settings, use(problem, workers));
        String caption = caption(problem, workers, cores);
        Endings.valueOf(observed.run(), subject.exercise(), caption);
        int rows = Math.ceilDiv(problem.rows(), Math.min(workers, cores));
        long limit = SimulatedFunction.COST
                .multipliedBy((long) rows * problem.columns() * problem.steps())
                .toNanos();
        long makespan = observed.run().timeline().makespan();
        long row = SimulatedFunction.COST.multipliedBy(problem.columns()).toNanos();
        Picture picture = new Picture(caption, observed.run().timeline(), Optional.of(limit))
                .beside(Plan.shares(job.tasks(any -> row), Math.min(workers, cores))
                        .repeated(problem.steps()));
        if (makespan > limit) {
            Subject.Observed<double[][]> again = subject.observe(settings.lookingAround(), use(problem, workers));
            String took = "That took " + Times.ofNanos(makespan) + " instead of " + Times.ofNanos(limit) + ".";
            throw JobFaults.slow(again, job, took)
                    .or(() -> JobFaults.faultOverSteps(again, job, " " + took))
                    .orElseGet(() -> CheckFailure.measured(
                            Diagnosis.UNBALANCED_CHUNKS,
                            "In each step a share of " + rows + " of " + job.count(problem.rows())
                                    + " sets the pace; yours has more, or the workers wait for something else. "
                                    + took))
                    .showing(picture);
        }
        return makespan == limit ? picture : Endings.picture(observed.run(), caption);
    }

    private static void demandWorkers(Subject<HeatPlateContract> subject, Problem problem, int workers) {
        Job job = job(problem, workers);
        Subject.Observed<double[][]> observed = subject.observe(UNCUT, use(problem, workers));
        Endings.valueOf(observed.run(), subject.exercise(), caption(problem, workers, Integer.MAX_VALUE));
        JobFaults.faultOfKind(observed, job, "")
                .or(() -> JobFaults.faultOverSteps(observed, job, ""))
                .ifPresent(fault -> {
                    throw fault;
                });
    }

    /** Three steps of six rows for three workers, watched for data races. */
    static final class ThreeSteps extends Call<HeatPlateContract> {
        @Override
        protected void call(HeatPlateContract learners, RandomGenerator random) throws InterruptedException {
            double[][] plate = new double[6][4];
            plate[2][2] = random.nextDouble();
            learners.simulate(plate, 3, (now, row, column) -> now[row][column] / 2, 3);
        }
    }
}
