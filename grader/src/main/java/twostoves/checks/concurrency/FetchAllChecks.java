package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.FetchAllContract;
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
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.SimulatedApi.Reply;
import twostoves.weaving.SharingWatch;

/** What is demanded of {@code fetch-all}. */
@Grades(id = "fetch-all", number = 1, track = Track.CONCURRENCY, contract = FetchAllContract.class)
public abstract class FetchAllChecks {

    private static final String METHOD = "fetchAll";

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 120;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<FetchAllContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "answers-in-order", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("returns the answers in the order of the paths, asking for each once")
    void answersInOrder(Subject<FetchAllContract> subject, RandomGenerator random) {
        Requests shuffled = Requests.shuffled(6, random);
        demandAnswers(subject, shuffled, shuffled.paths(), "6 requests answered out of order");

        Requests together = Requests.equal(4, Duration.ofSeconds(1), random);
        demandNoRace(subject, together);
        demandAnswers(subject, together, together.paths(), "4 requests answered at the same time");

        Requests one = Requests.equal(1, Duration.ofSeconds(2), random);
        demandAnswers(subject, one, one.paths(), "1 request");

        List<String> twice = new ArrayList<>(together.paths());
        twice.add(together.paths().getFirst());
        demandAnswers(subject, together, twice, "5 requests, two of them for the same path");
    }

    @Check(
            id = "all-in-flight-together",
            kind = Kind.TIME,
            points = 3,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("has all requests in flight together, however many")
    void allInFlightTogether(Subject<FetchAllContract> subject, Exhibit exhibit, RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        exhibit.show(demandTogether(subject, three, "3 requests of 3 s each"));
        demandTogether(subject, Requests.uneven(MANY, random), MANY + " requests of 1, 2 and 3 s");
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(4)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<FetchAllContract> subject, RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        Run<List<String>> run = fetch(subject, Settings.STANDARD.findingLeftovers(), three, three.paths());
        Endings.valueOf(run, subject.exercise(), "3 requests of 3 s each");
        Leftovers.demandNone(run, METHOD);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(5)
    @DisplayName("throws the failure of a request as it was")
    void failureSurfaces(Subject<FetchAllContract> subject, RandomGenerator random) {
        Requests five = Requests.equal(5, Duration.ofSeconds(2), random);
        demandFailure(subject, five, 0, Duration.ofSeconds(1));
        demandFailure(subject, five, 2, Duration.ofSeconds(2));
        demandFailure(subject, five, 4, Duration.ofSeconds(3));
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(6)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<FetchAllContract> subject, RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        Settings interrupted =
                Settings.STANDARD.interruptCallerAt(Duration.ofSeconds(1)).findingLeftovers();
        Run<List<String>> run = fetch(subject, interrupted, three, three.paths());
        Endings.demandEnd(run, subject.exercise(), "3 requests of 3 s each, the caller interrupted after 1 s");
        Failures.demandInterruptKept(run, "after 1 s, while 3 requests were in flight");
        if (run.end() == Run.End.RETURNED
                && !run.value().filter(three.answers()::equals).isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "The calling thread was interrupted after 1 s, and your method returned wrong answers: "
                            + run.value().map(Object::toString).orElse("null") + ".");
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(7)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<FetchAllContract> subject, RandomGenerator random) {
        Requests one = Requests.equal(1, Duration.ofSeconds(1), random);
        new Arguments<FetchAllContract>()
                .mustReturn(
                        List.of(),
                        "fetchAll(List.of(), api)",
                        (fetchAll, world) -> fetchAll.fetchAll(List.of(), new SimulatedApi(world, one.replies())))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAll(null, api)",
                        (fetchAll, world) -> fetchAll.fetchAll(null, new SimulatedApi(world, one.replies())))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAll(paths, null)",
                        (fetchAll, world) -> fetchAll.fetchAll(one.paths(), null))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAll(List.of(), null)",
                        (fetchAll, world) -> fetchAll.fetchAll(List.of(), null))
                .check(subject);
    }

    private static Run<List<String>> fetch(
            Subject<FetchAllContract> subject, Settings settings, Requests requests, List<String> paths) {
        return subject.run(
                settings,
                (fetchAll, simulation) -> fetchAll.fetchAll(paths, new SimulatedApi(simulation, requests.replies())));
    }

    private static void demandAnswers(
            Subject<FetchAllContract> subject, Requests requests, List<String> paths, String caption) {
        Run<List<String>> run = fetch(subject, Settings.STANDARD, requests, paths);
        List<String> answers = Endings.valueOf(run, subject.exercise(), caption);
        Leftovers.demandNothingUnderWay(run, METHOD);
        demandEachAskedOnce(run, paths);
        List<String> expected = paths.stream()
                .map(path -> requests.replies().get(path).answer().orElseThrow())
                .toList();
        if (answers.equals(expected)) {
            return;
        }
        if (paths.equals(requests.paths()) && answers.equals(requests.answersByArrival())) {
            throw CheckFailure.proven(
                            Diagnosis.COMPLETION_ORDER,
                            "The answers stand in the order in which they arrived. The first is \"" + answers.getFirst()
                                    + "\", but the first path is " + paths.getFirst() + ".")
                    .showing(Endings.picture(run, caption));
        }
        throw CheckFailure.proven(Diagnosis.WRONG_VALUES, difference(paths, expected, answers));
    }

    private static void demandEachAskedOnce(Run<?> run, List<String> paths) {
        List<String> asked =
                run.timeline().spans().stream().map(span -> span.label()).toList();
        for (String path : paths) {
            int due = Collections.frequency(paths, path);
            int actual = Collections.frequency(asked, path);
            if (actual > due) {
                throw CheckFailure.proven(
                        Diagnosis.FETCHED_TWICE,
                        path + " stands " + times(due) + " in the list and was asked for " + times(actual) + ".");
            }
            if (actual < due) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        path + " stands " + times(due) + " in the list and was asked for " + times(actual) + ".");
            }
        }
    }

    private static void demandNoneAskedTwice(Run<?> run) {
        List<String> asked =
                run.timeline().spans().stream().map(span -> span.label()).toList();
        asked.stream()
                .filter(path -> Collections.frequency(asked, path) > 1)
                .findFirst()
                .ifPresent(path -> {
                    throw CheckFailure.proven(
                            Diagnosis.FETCHED_TWICE,
                            path + " failed, and you asked for it " + times(Collections.frequency(asked, path)) + ".");
                });
    }

    private static String times(int count) {
        return switch (count) {
            case 0 -> "not at all";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }

    private static String difference(List<String> paths, List<String> expected, List<String> answers) {
        if (answers.size() != expected.size()) {
            return "There were " + expected.size() + " paths, and your list has " + answers.size() + " answers.";
        }
        int at = 0;
        while (expected.get(at).equals(answers.get(at))) {
            at++;
        }
        return "The answer for " + paths.get(at) + " is to be \"" + expected.get(at) + "\", but yours is \""
                + answers.get(at) + "\".";
    }

    private static void demandNoRace(Subject<FetchAllContract> subject, Requests requests) {
        Subject.Observed<List<String>> observed = subject.observeSharing(
                Settings.STANDARD,
                (fetchAll, simulation) ->
                        fetchAll.fetchAll(requests.paths(), new SimulatedApi(simulation, requests.replies())));
        Endings.demandEnd(observed.run(), subject.exercise(), "4 requests answered at the same time");
        observed.races().stream()
                .filter(SharingWatch.Race::isDataRace)
                .findFirst()
                .ifPresent(race -> {
                    throw Races.failure(
                            race,
                            race.sharing() == SharingWatch.Sharing.COLLECTION
                                    ? Diagnosis.UNSAFE_COLLECTION
                                    : Diagnosis.DATA_RACE);
                });
    }

    private static Picture demandTogether(Subject<FetchAllContract> subject, Requests requests, String caption) {
        Subject.Observed<List<String>> observed = subject.observe(
                Settings.STANDARD,
                (fetchAll, simulation) ->
                        fetchAll.fetchAll(requests.paths(), new SimulatedApi(simulation, requests.replies())));
        Run<List<String>> run = observed.run();
        Endings.valueOf(run, subject.exercise(), caption);
        long expected = requests.longest().toNanos();
        Picture picture = new Picture(caption, run.timeline(), Optional.of(expected));
        if (run.timeline().makespan() != expected) {
            throw TooSlow.explain(subject, requests, expected).showing(picture);
        }
        return picture;
    }

    private static void demandFailure(Subject<FetchAllContract> subject, Requests requests, int index, Duration after) {
        String path = requests.paths().get(index);
        IOException original = new IOException("no answer from " + path);
        Requests failing = requests.with(index, Reply.failing(after, original));
        Run<List<String>> run = fetch(subject, Settings.STANDARD.findingLeftovers(), failing, failing.paths());
        String caption = path + " fails after " + Times.ofNanos(after.toNanos());
        Endings.demandEnd(run, subject.exercise(), caption);
        demandNoneAskedTwice(run);
        Failures.demandOriginal(run, original, "The request for " + path);
        Leftovers.demandNone(run, METHOD);
    }
}
