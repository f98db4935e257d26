package twostoves.checks.parallelism;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.parallelism.Dishes.Dish;
import twostoves.contract.ParallelMapContract;
import twostoves.evidence.Ownership;
import twostoves.evidence.Span;
import twostoves.evidence.Times;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Range;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code parallel-map}. */
@Grades(
        id = "parallel-map",
        number = 14,
        track = Track.PARALLELISM,
        contract = ParallelMapContract.class,
        realWork = OnYourMachine.UnevenItems.class)
public abstract class ParallelMapChecks {

    private static final String METHOD = "map";

    /** Longer than any dish takes, so that each is computed at a stretch. */
    private static final Settings AT_A_STRETCH = Settings.STANDARD.quantum(Duration.ofSeconds(1));

    private static final Rulebook RULES = new Rulebook(
            LearnerRules.NO_COMMON_POOL_FOR_COMPUTING, LearnerRules.NO_PROPERTIES, LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<ParallelMapContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "results-in-order", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("returns the results in the order of the items, each computed once")
    void resultsInOrder(Subject<ParallelMapContract> subject, RandomGenerator random) {
        String salt = " " + random.nextInt(1_000);
        Function<Dish, String> cook = dish -> dish + salt;
        demandUnshared(subject, Dishes.of(16, number -> 2), 4, cook);
        demandResults(subject, Dishes.of(10, number -> 10 - number), 4, cook);
        demandResults(subject, Dishes.of(13, number -> random.nextInt(1, 8)).withAnEqualPair(), 3, cook);
        demandResults(subject, Dishes.of(1, number -> 1), 4, cook);
        demandResults(subject, Dishes.of(3, number -> 3), 8, cook);
        demandResults(subject, Dishes.of(7, number -> 1 + number % 3), 1, cook);
        Schedules.explore(subject, EightDishes.class, random);
    }

    @Check(
            id = "busy-while-work-remains",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "results-in-order"})
    @Order(3)
    @DisplayName("keeps every worker busy while anything is left to begin, however uneven the items")
    void busyWhileWorkRemains(Subject<ParallelMapContract> subject, Exhibit exhibit, RandomGenerator random) {
        int dear = random.nextInt(9, 13);
        Dishes first = Dishes.of(32, number -> number < 8 ? dear : 1);
        Subject.Observed<List<String>> observed = demandBusy(subject, first, 4, 4);
        exhibit.show(Endings.picture(observed.run(), caption(first, 4, 4)));
        demandBusy(subject, Dishes.of(32, number -> number >= 24 ? dear : 1), 4, 4);
        demandBusy(subject, Dishes.of(32, number -> number % 4 == 1 ? dear : 1), 4, 4);
        demandBusy(subject, Dishes.of(40, number -> number / 5 == 3 ? dear : 1), 8, 8);
        demandBusy(subject, Dishes.of(20, number -> number < 10 ? dear : 1), 2, 8);
        demandBusy(subject, Dishes.of(24, number -> random.nextInt(1, 10)), 4, 2);
        demandBusy(subject, Dishes.of(12, number -> random.nextInt(1, 10)), 4, 1);
    }

    @Check(
            id = "as-many-workers",
            kind = Kind.THREADS,
            points = 1,
            needs = {"busy-while-work-remains"})
    @Order(4)
    @DisplayName("computes on exactly as many threads as were asked for")
    void asManyWorkers(Subject<ParallelMapContract> subject) {
        demandWorkers(subject, Dishes.of(24, number -> 1 + number % 3), 4);
        demandWorkers(subject, Dishes.of(24, number -> 1 + number % 3), 5);
        demandWorkers(subject, Dishes.of(3, number -> 2), 8);
        demandWorkers(subject, Dishes.of(9, number -> 2), 1);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"busy-while-work-remains"})
    @Order(5)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<ParallelMapContract> subject) {
        Dishes dishes = Dishes.of(12, number -> 1 + number % 3);
        Run<List<String>> run = map(subject, AT_A_STRETCH.findingLeftovers(), dishes, 4, Dish::toString);
        Endings.valueOf(run, subject.exercise(), caption(dishes, 4, 4));
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"busy-while-work-remains"})
    @Order(6)
    @DisplayName("throws the failure of the function as it was")
    void failureSurfaces(Subject<ParallelMapContract> subject) {
        Dishes dishes = Dishes.of(12, number -> 1 + number % 3);
        for (int failing : List.of(0, 5, 11)) {
            IllegalStateException original = new IllegalStateException("no more eggs for dish " + failing);
            Run<List<String>> run =
                    map(subject, AT_A_STRETCH.findingLeftovers(), dishes, 4, burning(failing, original));
            Endings.demandEnd(run, subject.exercise(), "dish " + failing + " fails");
            Failures.demandOriginal(run, original, "The function failed for item " + failing + ": it");
            Leftovers.demandNone(run, METHOD);
        }
    }

    @Check(
            id = "failure-stops-the-rest",
            kind = Kind.EDGES,
            points = 1,
            needs = {"failure-surfaces"})
    @Order(7)
    @DisplayName("begins no further item when the function has failed")
    void failureStopsTheRest(Subject<ParallelMapContract> subject) {
        demandStop(subject, Dishes.of(40, number -> number == 0 ? 15 : 2), 4, 3);
        demandStop(subject, Dishes.of(40, number -> number == 0 ? 15 : 2), 4, 9);
        demandStop(subject, Dishes.of(20, number -> 2), 1, 4);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"busy-while-work-remains"})
    @Order(8)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<ParallelMapContract> subject) {
        Dishes dishes = Dishes.of(16, number -> 2);
        Settings interrupted =
                AT_A_STRETCH.interruptCallerAt(Dishes.UNIT.multipliedBy(3)).findingLeftovers();
        Run<List<String>> run = map(subject, interrupted, dishes, 4, Dish::toString);
        Endings.demandEnd(run, subject.exercise(), "16 items on 4 workers, the caller interrupted after 3 ms");
        Failures.demandInterruptKept(run, "after 3 ms, while 4 workers were computing");
        if (run.end() == Run.End.RETURNED
                && !run.value().filter(dishes.results(Dish::toString)::equals).isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 3 ms, and your method returned wrong results: "
                            + run.value().map(ParallelMapChecks::shorten).orElse("null") + ".");
        }
        if (run.end() == Run.End.THREW
                && !run.failure().filter(InterruptedException.class::isInstance).isPresent()) {
            throw Endings.unexpected(run.failure().get());
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes an empty list, and refuses null and fewer than one worker")
    void arguments(Subject<ParallelMapContract> subject) {
        List<String> items = List.of("soup", "salad");
        Arguments<ParallelMapContract> arguments = new Arguments<ParallelMapContract>()
                .mustReturn(
                        List.of(),
                        "map(List.of(), f, 4)",
                        (map, world) -> map.map(List.<String>of(), String::length, 4))
                .mustThrow(
                        NullPointerException.class,
                        "map(null, f, 4)",
                        (map, world) -> map.map((List<String>) null, String::length, 4));
        for (List<String> list : List.of(items, List.<String>of())) {
            String name = list.isEmpty() ? "List.of()" : "items";
            arguments.mustThrow(
                    NullPointerException.class,
                    "map(" + name + ", null, 4)",
                    (map, world) -> map.map(list, (Function<String, Integer>) null, 4));
            for (int workers : List.of(0, -1, Integer.MIN_VALUE)) {
                arguments.mustThrow(
                        IllegalArgumentException.class,
                        "map(" + name + ", f, " + workers + ")",
                        (map, world) -> map.map(list, String::length, workers));
            }
        }
        arguments.check(subject);
    }

    private static Run<List<String>> map(
            Subject<ParallelMapContract> subject,
            Settings settings,
            Dishes dishes,
            int workers,
            Function<Dish, String> values) {
        return subject.run(settings, use(dishes, workers, values));
    }

    /** The results are read within the run: a list that computes when it is looked at computes there. */
    private static Subject.Use<ParallelMapContract, List<String>> use(
            Dishes dishes, int workers, Function<Dish, String> values) {
        return (map, simulation) -> {
            List<String> results = map.map(dishes.all(), Dishes.costing(simulation, values), workers);
            return results == null ? null : new ArrayList<>(results);
        };
    }

    private static Function<Dish, String> burning(int failing, RuntimeException failure) {
        return dish -> {
            if (dish.number() == failing) {
                throw failure;
            }
            return dish.toString();
        };
    }

    private static String caption(Dishes dishes, int workers, int cores) {
        return dishes.size() + (dishes.size() == 1 ? " item" : " items") + " of up to " + dishes.dearest() + " ms, "
                + workers + (workers == 1 ? " worker, " : " workers, ") + cores + (cores == 1 ? " core" : " cores");
    }

    private static String shorten(List<String> results) {
        String text = results.toString();
        return text.length() > 80 ? text.substring(0, 77) + "..." : text;
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static void demandResults(
            Subject<ParallelMapContract> subject, Dishes dishes, int workers, Function<Dish, String> cook) {
        Run<List<String>> run = map(subject, AT_A_STRETCH, dishes, workers, cook);
        List<String> actual = Endings.valueOf(run, subject.exercise(), caption(dishes, workers, workers));
        Leftovers.demandNothingUnderWay(run, METHOD);
        demandEachOnce(run.timeline().ownership(), dishes);
        demandRight(actual, dishes, cook, run.timeline().spans());
    }

    private static void demandUnshared(
            Subject<ParallelMapContract> subject, Dishes dishes, int workers, Function<Dish, String> cook) {
        Subject.Observed<List<String>> observed = subject.observeSharing(AT_A_STRETCH, use(dishes, workers, cook));
        Run<List<String>> run = observed.run();
        boolean wrong = !run.value().filter(dishes.results(cook)::equals).isPresent()
                || !run.timeline().ownership().repeated().isEmpty();
        observed.races().stream()
                .filter(race -> run.inFlightAtReturn() == 0 && (race.isDataRace() || wrong))
                .findFirst()
                .ifPresent(race -> {
                    Endings.demandEnd(run, subject.exercise(), caption(dishes, workers, workers));
                    throw Races.failure(race, Races.diagnosis(race, Diagnosis.DATA_RACE));
                });
        List<String> actual = Endings.valueOf(run, subject.exercise(), caption(dishes, workers, workers));
        Leftovers.demandNothingUnderWay(run, METHOD);
        demandEachOnce(run.timeline().ownership(), dishes);
        demandRight(actual, dishes, cook, run.timeline().spans());
    }

    private static void demandEachOnce(Ownership ownership, Dishes dishes) {
        Set<Long> missing = ownership.missing(new Range(0, dishes.size()));
        Set<Long> repeated = ownership.repeated();
        if (!repeated.isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.WORK_DONE_TWICE,
                    "Of " + dishes.size() + " items you applied the function to some more than once: item "
                            + repeated.iterator().next() + " is the first of " + repeated.size() + ".");
        }
        if (!missing.isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.ITEM_LOST,
                    "Of " + dishes.size() + " items you never applied the function to " + missing.size() + ": item "
                            + missing.iterator().next() + " is the first. Equal items are items, too.");
        }
    }

    private static void demandRight(List<String> actual, Dishes dishes, Function<Dish, String> cook, List<Span> spans) {
        List<String> expected = dishes.results(cook);
        if (actual.equals(expected)) {
            return;
        }
        if (!actual.contains(null)
                && actual.stream()
                        .sorted()
                        .toList()
                        .equals(expected.stream().sorted().toList())) {
            List<Long> ends = endsOf(actual, expected, spans);
            boolean completion = ends.equals(ends.stream().sorted().toList());
            throw CheckFailure.proven(
                    completion ? Diagnosis.COMPLETION_ORDER : Diagnosis.ORDER_LOST,
                    "The results are all there, but "
                            + (completion ? "in the order in which they were ready" : "not in the order of their items")
                            + ": " + shorten(actual) + ".");
        }
        throw CheckFailure.proven(
                Diagnosis.WRONG_VALUES,
                "The function was applied once to each of " + dishes.size() + " items, yet you returned "
                        + shorten(actual) + " instead of " + shorten(expected) + ".");
    }

    /** When each of some results was ready. */
    private static List<Long> endsOf(List<String> results, List<String> expected, List<Span> spans) {
        return results.stream()
                .map(result -> spans.stream()
                        .filter(span -> expected.get((int) span.item()).equals(result))
                        .mapToLong(Span::end)
                        .max()
                        .orElse(-1))
                .toList();
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Subject.Observed<List<String>> demandBusy(
            Subject<ParallelMapContract> subject, Dishes dishes, int workers, int cores) {
        Settings settings = AT_A_STRETCH.cores(cores);
        String caption = caption(dishes, workers, cores);
        Subject.Observed<List<String>> observed = subject.observe(settings, use(dishes, workers, Dish::toString));
        Endings.valueOf(observed.run(), subject.exercise(), caption);
        if (observed.run().timeline().makespan() > dishes.longestMakespan(Math.min(workers, cores))) {
            Subject.Observed<List<String>> again =
                    subject.observe(settings.lookingAround(), use(dishes, workers, Dish::toString));
            throw IdleWorkers.explain(again, dishes, workers, Math.min(workers, cores))
                    .showing(Endings.picture(again.run(), caption));
        }
        return observed;
    }

    private static void demandWorkers(Subject<ParallelMapContract> subject, Dishes dishes, int workers) {
        Subject.Observed<List<String>> observed = subject.observe(AT_A_STRETCH, use(dishes, workers, Dish::toString));
        Endings.valueOf(observed.run(), subject.exercise(), caption(dishes, workers, workers));
        int due = Math.min(workers, dishes.size());
        IdleWorkers.CREW
                .wrongKind(observed, "")
                .or(() -> IdleWorkers.CREW.wrongNumber(observed, due, due, ""))
                .ifPresent(fault -> {
                    throw fault;
                });
    }

    // ---- failures ------------------------------------------------------------------------------------------------

    private static void demandStop(Subject<ParallelMapContract> subject, Dishes dishes, int workers, int failing) {
        IllegalStateException failure = new IllegalStateException("no more eggs for dish " + failing);
        Run<List<String>> run = map(subject, AT_A_STRETCH, dishes, workers, burning(failing, failure));
        Endings.demandEnd(run, subject.exercise(), "dish " + failing + " fails");
        List<Span> spans = run.timeline().spans();
        Optional<Span> failed =
                spans.stream().filter(span -> span.item() == failing).findFirst();
        long time = failed.map(Span::end).orElse(0L);
        long after = spans.stream().filter(span -> span.start() > time).count();
        if (after > 0) {
            throw CheckFailure.measured(
                            Diagnosis.WORK_AFTER_FAILURE,
                            "The function failed for item " + failing + " after " + Times.ofNanos(time) + ", and "
                                    + after + (after == 1 ? " item was" : " items were") + " begun later than that.")
                    .showing(Endings.picture(run, "dish " + failing + " fails after " + Times.ofNanos(time)));
        }
    }

    /** Eight items for three workers, watched for data races. */
    static final class EightDishes extends Call<ParallelMapContract> {
        @Override
        protected void call(ParallelMapContract learners, RandomGenerator random) throws InterruptedException {
            List<Integer> dishes = random.ints(8).boxed().toList();
            learners.map(dishes, dish -> dish + 1, 3);
        }
    }
}
