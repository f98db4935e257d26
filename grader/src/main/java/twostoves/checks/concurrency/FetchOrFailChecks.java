package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.WatchedRequests;
import twostoves.checks.loopback.LoopbackApi;
import twostoves.checks.loopback.Script;
import twostoves.contract.FetchOrFailContract;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
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
import twostoves.kit.RemoteApi;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code fetch-or-fail}. */
@Grades(id = "fetch-or-fail", number = 5, track = Track.CONCURRENCY, contract = FetchOrFailContract.class)
public abstract class FetchOrFailChecks {

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 60;

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    /** Each takes a connection, which is two sockets of this process. */
    private static final int REAL = 30;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<FetchOrFailContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "answers-in-order", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("returns the answers in the order of the paths, asking for each once")
    void answersInOrder(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        Fetching<FetchOrFailContract> fetching = fetching(subject);
        Requests shuffled = Requests.shuffled(6, random);
        fetching.demandAnswers(shuffled, shuffled.paths(), "6 requests answered out of order");

        Requests together = Requests.equal(4, ONE_SECOND, random);
        String caption = "4 requests answered at the same time";
        fetching.demandNoRace(together, caption);

        List<String> twice = new ArrayList<>(together.paths());
        twice.add(together.paths().getFirst());
        fetching.demandAnswers(together, twice, "5 requests, two of them for the same path");
        Schedules.explore(subject, SixRequests.class, random);
    }

    @Check(
            id = "all-in-flight-together",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("has all requests in flight together, however many")
    void allInFlightTogether(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        fetching(subject).demandTogether(Requests.uneven(MANY, random), MANY + " requests of 1, 2 and 3 s");
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(4)
    @DisplayName("throws the failure of a request as it was")
    void failureSurfaces(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        Fetching<FetchOrFailContract> fetching = fetching(subject);
        Requests five = Requests.equal(5, Duration.ofSeconds(3), random);
        fetching.demandFailure(five, 0, ONE_SECOND);
        fetching.demandFailure(five, 3, ONE_SECOND);
        fetching.demandFailure(five, 2, Duration.ofSeconds(3)); // at the instant at which all others are answered
        fetching.demandFailure(five, 4, Duration.ofSeconds(4)); // when all others have been answered
        fetching.demandFailure(Requests.equal(1, ONE_SECOND, random), 0, ONE_SECOND);
    }

    @Check(
            id = "fails-at-once",
            kind = Kind.TIME,
            points = 1,
            needs = {"failure-surfaces"})
    @Order(5)
    @DisplayName("fails at the instant of the first failure and calls off the other requests")
    void failsAtOnce(Subject<FetchOrFailContract> subject, Exhibit exhibit, RandomGenerator random) {
        Requests four = Requests.equal(4, Duration.ofSeconds(3), random);
        exhibit.show(demandAtOnce(subject, four.failing(0, ONE_SECOND), ONE_SECOND, Diagnosis.SIBLINGS_NOT_CANCELLED));

        Duration later = Duration.ofMillis(1_500);
        Requests many = Requests.uneven(MANY, random).failing(MANY - 2, later);
        demandAtOnce(subject, many, later, Diagnosis.FAILURE_NOTICED_LATE);

        Requests two = four.failing(0, Duration.ofSeconds(2)).failing(2, ONE_SECOND);
        demandAtOnce(subject, two, ONE_SECOND, Diagnosis.FAILURE_NOTICED_LATE);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"fails-at-once"})
    @Order(6)
    @DisplayName("leaves nothing running, whether it succeeds or fails")
    void nothingLeftRunning(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        Fetching<FetchOrFailContract> fetching = fetching(subject);
        Requests three = Requests.threeOfThreeSeconds(random);
        fetching.demandNothingLeft(three, "3 requests of 3 s each");

        Requests failing = three.failing(1, ONE_SECOND);
        Run<List<String>> run = fetching.run(
                Settings.STANDARD.findingLeftovers(),
                failing.paths(),
                failing.endingLast(Set.of(failing.paths().get(1))));
        Endings.demandEnd(run, subject.exercise(), failing.paths().get(1) + " fails after 1 s");
        Leftovers.demandNone(run, fetching.method());
    }

    @Check(
            id = "no-failure-lost",
            kind = Kind.EDGES,
            points = 1,
            needs = {"nothing-left-running"})
    @Order(7)
    @DisplayName("loses no failure: those that come with the first are suppressed in it")
    void noFailureLost(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        Requests five = Requests.equal(5, Duration.ofSeconds(3), random);
        int[] failing = {1, 2, 4};
        Requests requests = five;
        for (int index : failing) {
            requests = requests.failing(index, ONE_SECOND);
        }
        demandNoneLost(subject, requests, failing);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"fails-at-once"})
    @Order(8)
    @DisplayName("ends at once when it is interrupted, and calls off all requests")
    void interruption(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        Fetching<FetchOrFailContract> fetching = fetching(subject);
        Requests three = Requests.threeOfThreeSeconds(random);
        Subject.Observed<List<String>> observed =
                fetching.demandInterruptKept(three, ONE_SECOND, three.endingLast(Set.of()));
        String event = "The calling thread was interrupted after 1 s";
        demandEnd(observed, three, event, ONE_SECOND, Diagnosis.SIBLINGS_NOT_CANCELLED);
        Leftovers.demandNone(observed.run(), fetching.method());
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<FetchOrFailContract> subject, RandomGenerator random) {
        Requests one = Requests.equal(1, ONE_SECOND, random);
        new Arguments<FetchOrFailContract>()
                .mustReturn(
                        List.of(),
                        "fetchAllOrFail(List.of(), api)",
                        (orFail, world) -> orFail.fetchAllOrFail(List.of(), one.service(world)))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAllOrFail(null, api)",
                        (orFail, world) -> orFail.fetchAllOrFail(null, one.service(world)))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAllOrFail(paths, null)",
                        (orFail, world) -> orFail.fetchAllOrFail(one.paths(), null))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAllOrFail(List.of(), null)",
                        (orFail, world) -> orFail.fetchAllOrFail(List.of(), null))
                .check(subject);
    }

    @Check(
            id = "real-server",
            kind = Kind.TIME,
            points = 1,
            needs = {"nothing-left-running", "no-failure-lost", "interruption", "arguments"})
    @Order(10)
    @DisplayName("does the same with a real HTTP server")
    void realServer(Subject<FetchOrFailContract> subject, RandomGenerator random) throws InterruptedException {
        Fetching<FetchOrFailContract> fetching = fetching(subject);
        fetching.demandForReal(REAL, REAL, random);

        List<String> paths = Requests.equal(REAL, ONE_SECOND, random).paths();
        String broken = paths.get(random.nextInt(REAL));
        Script script =
                Script.silent(paths).with(broken, new Script.Reply.Failure(500)).withGate(REAL);
        try (LoopbackApi api = LoopbackApi.open(script)) {
            Run<List<String>> run = api.run(subject, orFail -> orFail.fetchAllOrFail(paths, api));
            Endings.demandEnd(run, subject.exercise(), "");
            // nobody else has answered, so it has ended only if this one has failed
            Failures.demandOriginal(run, api.failureOf(broken).orElseThrow(), "The request for " + broken);
            api.awaitGone(REAL - 1);
        }
    }

    private static Fetching<FetchOrFailContract> fetching(Subject<FetchOrFailContract> subject) {
        return new Fetching<>(subject, "fetchAllOrFail", FetchOrFailContract::fetchAllOrFail);
    }

    /**
     * Demands that the call ends when the first request fails.
     *
     * @param instant when that is
     * @param late the name of ending later
     */
    private static Picture demandAtOnce(
            Subject<FetchOrFailContract> subject, Requests requests, Duration instant, Diagnosis late) {
        Subject.Observed<List<String>> observed = fetching(subject).observe(Settings.STANDARD, requests);
        int first = requests.firstToFail();
        String event = requests.paths().get(first) + " failed after " + Times.ofNanos(instant.toNanos());
        Endings.demandEnd(observed.run(), subject.exercise(), event);
        Picture picture = demandEnd(observed, requests, event, instant, late);
        Failures.demandOriginal(
                observed.run(),
                requests.failure(first),
                "The request for " + requests.paths().get(first));
        Failures.demandNoInterruptLeft(observed.run());
        return picture;
    }

    /** Demands that a run was over at a given instant, and every request with it. */
    private static Picture demandEnd(
            Subject.Observed<List<String>> observed,
            Requests requests,
            String event,
            Duration instant,
            Diagnosis late) {
        Run<List<String>> run = observed.run();
        Picture picture = new Picture(event, run.timeline(), Optional.of(instant.toNanos()))
                .beside(Plan.together(requests.tasks()).cutAt(instant.toNanos()));
        boolean isLate = run.timeline().makespan() != instant.toNanos();
        if ((isLate || run.inFlightAtReturn() > 0) && observed.vainCancels() > 0) {
            throw CheckFailure.measured(
                            Diagnosis.CANCEL_WITHOUT_INTERRUPT,
                            event + ". You cancelled " + observed.vainCancels()
                                    + (observed.vainCancels() == 1 ? " future" : " futures")
                                    + ", and that interrupted nobody: the requests went on.")
                    .showing(picture);
        }
        if (isLate) {
            long calledOff = run.timeline().spans().stream()
                    .filter(span -> span.ending() == Span.Ending.INTERRUPTED && span.end() == instant.toNanos())
                    .count();
            throw CheckFailure.measured(
                            calledOff > 0 ? Diagnosis.SIBLINGS_NOT_CANCELLED : late,
                            event + ", and your method ended only after "
                                    + Times.ofNanos(run.timeline().makespan())
                                    + (calledOff > 0
                                            ? ": you interrupted " + calledOff + " of the others, not all."
                                            : "."))
                    .showing(picture);
        }
        Leftovers.demandNothingUnderWay(run, "fetchAllOrFail");
        return picture;
    }

    private static void demandNoneLost(Subject<FetchOrFailContract> subject, Requests requests, int... failing) {
        List<String> paths = requests.paths();
        Run<List<String>> run =
                fetching(subject).run(Settings.STANDARD, paths, requests.endingLast(Set.of(paths.get(failing[0]))));
        Endings.demandEnd(run, subject.exercise(), failing.length + " requests fail after 1 s");
        List<IOException> failures =
                Arrays.stream(failing).mapToObj(requests::failure).toList();
        Failures.demandOneOf(run, failures, "A request");
        Throwable thrown = run.failure().orElseThrow();
        for (int index : failing) {
            IOException failure = requests.failure(index);
            if (failure != thrown
                    && Arrays.stream(thrown.getSuppressed()).noneMatch(suppressed -> suppressed == failure)) {
                throw CheckFailure.proven(
                        Diagnosis.FAILURES_LOST,
                        failing.length + " requests failed at the same instant. You threw the failure "
                                + Endings.describe(thrown) + ", and the one of " + paths.get(index)
                                + " is lost: it is not among the suppressed ones.");
            }
        }
    }

    /** Six requests, watched for data races. */
    static final class SixRequests extends WatchedRequests<FetchOrFailContract> {
        @Override
        protected void fetch(FetchOrFailContract learners, List<String> paths, RemoteApi api)
                throws IOException, InterruptedException {
            learners.fetchAllOrFail(paths, api);
        }
    }
}
