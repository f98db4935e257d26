package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.WatchedRequests;
import twostoves.contract.FetchPolitelyContract;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
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
import twostoves.kit.RemoteApi;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code fetch-politely}. */
@Grades(id = "fetch-politely", number = 4, track = Track.CONCURRENCY, contract = FetchPolitelyContract.class)
public abstract class FetchPolitelyChecks {

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 120;

    private static final int WIDE = 40;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<FetchPolitelyContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "answers-in-order", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("returns the answers in the order of the paths, asking for each once")
    void answersInOrder(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        Requests shuffled = Requests.shuffled(6, random);
        // twice as many as places: workers that draw the next path meet there, which at the very beginning is left to
        // chance
        Requests together = Requests.equal(8, Duration.ofSeconds(1), random);
        String caption = "8 requests, 4 of them answered at the same time";
        fetching(subject, 4)
                .demandNoRace(together, caption); // first, because what a race spoils elsewhere is left to chance
        fetching(subject, 2).demandAnswers(shuffled, shuffled.paths(), "6 requests, 2 in flight");
        fetching(subject, 4).demandAnswers(together, together.paths(), caption);

        List<String> twice = new ArrayList<>(together.paths());
        twice.add(together.paths().getFirst());
        fetching(subject, 3).demandAnswers(together, twice, "9 requests, two of them for the same path");
        fetching(subject, 2).demandAnswersAgain(fetching(subject, 4), together, shuffled);
        Schedules.explore(subject, SixRequests.class, random);
    }

    @Check(
            id = "never-more-than-the-limit",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("never has more requests in flight than the limit")
    void neverMoreThanTheLimit(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        demandNoneTooMany(subject, uneven(random), 3);
        demandNoneTooMany(subject, Requests.equal(3, Duration.ofSeconds(1), random), 1);
        demandNoneTooMany(subject, Requests.uneven(MANY, random), WIDE);
        demandNoneTooManyAgain(subject, random);
    }

    /** A limit is that of its own call, whatever it was in the call before. */
    private static void demandNoneTooManyAgain(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        Requests earlier = Requests.equal(3, Duration.ofSeconds(1), random);
        Requests requests = Requests.equal(3, Duration.ofSeconds(2), random);
        Timeline both = fetching(subject, 1)
                .demandAnswersAgain(fetching(subject, 3), earlier, requests)
                .timeline();
        Timeline second = new Timeline(
                both.spans().stream()
                        .filter(span -> span.length() > Duration.ofSeconds(1).toNanos())
                        .toList(),
                both.makespan());
        demandNoneTooMany(second, 1, "a second call on the same object: 3 requests, at most 1 in flight");
    }

    @Check(
            id = "window-slides",
            kind = Kind.TIME,
            points = 1,
            needs = {"never-more-than-the-limit"})
    @Order(4)
    @DisplayName("begins the next request whenever any one of them has ended")
    void windowSlides(Subject<FetchPolitelyContract> subject, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(demandSliding(subject, uneven(random), 3));
        demandSliding(subject, Requests.scattered(24, random), random.nextInt(3, 7));
        demandSliding(subject, Requests.uneven(MANY, random), WIDE);
        demandSliding(subject, uneven(random), 10);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"window-slides"})
    @Order(5)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        fetching(subject, 3).demandNothingLeft(uneven(random), "7 requests, 3 in flight");
    }

    @Check(
            id = "failure-gives-back-its-place",
            kind = Kind.EDGES,
            points = 1,
            needs = {"window-slides"})
    @Order(6)
    @DisplayName("gives back the place of a request that fails")
    void failureGivesBackItsPlace(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        // all fail, because it is not said which of them begin
        Requests six = Requests.ofSeconds(random, 1, 2, 3, 3, 3, 3);
        Requests moreFailuresThanPlaces = six;
        for (int index = 0; index < six.paths().size(); index++) {
            moreFailuresThanPlaces = moreFailuresThanPlaces.failing(index, Duration.ofSeconds(1 + index % 2));
        }
        demandPlacesKept(subject, moreFailuresThanPlaces, 2);

        Requests oneFailure = uneven(random).failing(1, Duration.ofSeconds(1));
        demandPlacesKept(subject, oneFailure, 3);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"failure-gives-back-its-place"})
    @Order(7)
    @DisplayName("throws the failure of a request as it was")
    void failureSurfaces(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        Fetching<FetchPolitelyContract> fetching = fetching(subject, 2);
        Requests five = Requests.equal(5, Duration.ofSeconds(2), random);
        Leftovers.demandNone(fetching.demandFailure(five, 0, Duration.ofSeconds(1)), fetching.method());
        Leftovers.demandNone(fetching.demandFailure(five, 4, Duration.ofSeconds(3)), fetching.method());

        Requests two = five.failing(1, Duration.ofSeconds(1)).failing(2, Duration.ofSeconds(1));
        Run<List<String>> run = fetching.run(Settings.STANDARD.findingLeftovers(), two, two.paths());
        Endings.demandEnd(run, subject.exercise(), "2 of 5 requests fail");
        List<IOException> failures = List.of(two.failure(1), two.failure(2));
        Failures.demandOneOf(run, failures, "A request");
        Leftovers.demandNone(run, fetching.method());
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"window-slides"})
    @Order(8)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        Fetching<FetchPolitelyContract> fetching = fetching(subject, 2);
        Requests five = Requests.equal(5, Duration.ofSeconds(3), random);
        Run<List<String>> run = fetching.demandInterruptKept(five, Duration.ofSeconds(4), five::service)
                .run();
        Leftovers.demandNone(run, fetching.method());
        demandNoneTooMany(run.timeline(), 2, "5 requests, 2 in flight, the caller interrupted after 4 s");
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("takes an empty list, and refuses null and a limit below 1")
    void arguments(Subject<FetchPolitelyContract> subject, RandomGenerator random) {
        Requests one = Requests.equal(1, Duration.ofSeconds(1), random);
        new Arguments<FetchPolitelyContract>()
                .mustReturn(
                        List.of(),
                        "fetchAll(List.of(), api, 3)",
                        (politely, world) -> politely.fetchAll(List.of(), one.service(world), 3))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAll(null, api, 3)",
                        (politely, world) -> politely.fetchAll(null, one.service(world), 3))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAll(paths, null, 3)",
                        (politely, world) -> politely.fetchAll(one.paths(), null, 3))
                .mustThrow(
                        NullPointerException.class,
                        "fetchAll(List.of(), null, 3)",
                        (politely, world) -> politely.fetchAll(List.of(), null, 3))
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchAll(paths, api, 0)",
                        (politely, world) -> politely.fetchAll(one.paths(), one.service(world), 0))
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchAll(paths, api, -1)",
                        (politely, world) -> politely.fetchAll(one.paths(), one.service(world), -1))
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchAll(List.of(), api, 0)",
                        (politely, world) -> politely.fetchAll(List.of(), one.service(world), 0))
                .check(subject);
    }

    @Check(
            id = "real-server",
            kind = Kind.TIME,
            points = 1,
            needs = {
                "nothing-left-running",
                "failure-gives-back-its-place",
                "failure-surfaces",
                "interruption",
                "arguments"
            })
    @Order(10)
    @DisplayName("does the same with a real HTTP server")
    void realServer(Subject<FetchPolitelyContract> subject, RandomGenerator random) throws InterruptedException {
        int limit = random.nextInt(5, 10);
        int most = fetching(subject, limit).demandForReal(WIDE, limit, random);
        if (most > limit) {
            throw CheckFailure.measured(
                    Diagnosis.TOO_MANY_IN_FLIGHT,
                    "A real server had " + most + " of your requests inside at the same time, and the limit is " + limit
                            + ".");
        }
    }

    private static Fetching<FetchPolitelyContract> fetching(Subject<FetchPolitelyContract> subject, int limit) {
        return new Fetching<>(subject, "fetchAll", (politely, paths, api) -> politely.fetchAll(paths, api, limit));
    }

    /**
     * Requests for which every way of limiting them takes a time of its own, taken in the order of the list with a limit of
     * 3: a sliding window 7 s, batches 11 s, a wait for the oldest 10 s, a limit of 2 instead 9 s, fixed shares 8 s (of
     * neighbours) or 10 s (every third), a limit of 4 instead 6 s, a limit of 3 for each half 5 s, no limit 4 s.
     */
    private static Requests uneven(RandomGenerator random) {
        return Requests.ofSeconds(random, 4, 2, 1, 2, 1, 3, 4);
    }

    private static String caption(Requests requests, int limit) {
        return requests.paths().size() + " requests, at most " + limit + " in flight";
    }

    private static Picture picture(Timeline timeline, int limit, String caption) {
        return new Picture(
                caption, timeline, Optional.of(Window.of(timeline, limit).slidingMakespan()));
    }

    private static void demandNoneTooMany(Subject<FetchPolitelyContract> subject, Requests requests, int limit) {
        String caption = caption(requests, limit);
        Run<List<String>> run = fetching(subject, limit).run(Settings.STANDARD, requests, requests.paths());
        Endings.valueOf(run, subject.exercise(), caption);
        demandNoneTooMany(run.timeline(), limit, caption);
    }

    private static void demandNoneTooMany(Timeline timeline, int limit, String caption) {
        Window.of(timeline, limit).overfull().ifPresent(crowd -> {
            String why = crowd.toBegin() == 0 && crowd.from() == 0 ? " Nothing held any of them back." : "";
            throw CheckFailure.measured(
                            Diagnosis.TOO_MANY_IN_FLIGHT,
                            "From " + Times.ofNanos(crowd.from()) + " to " + Times.ofNanos(crowd.to()) + " "
                                    + crowd.inFlight() + " requests were in flight, and the limit is " + limit + "."
                                    + why)
                    .showing(picture(timeline, limit, caption));
        });
    }

    private static Picture demandSliding(Subject<FetchPolitelyContract> subject, Requests requests, int limit) {
        String caption = caption(requests, limit);
        Fetching<FetchPolitelyContract> fetching = fetching(subject, limit);
        Run<List<String>> run = fetching.observe(Settings.STANDARD, requests).run();
        Endings.valueOf(run, subject.exercise(), caption);
        demandNoneTooMany(run.timeline(), limit, caption);
        Window window = Window.of(run.timeline(), limit);
        Picture picture = picture(run.timeline(), limit, caption).beside(Plan.inFlight(requests.tasks(), limit));
        if (window.unfilled().isPresent() || run.timeline().makespan() != window.slidingMakespan()) {
            throw NotSliding.explain(fetching, requests, limit).showing(picture);
        }
        return picture;
    }

    /** Looks only at what becomes of the places; what is thrown is another check's concern. */
    private static void demandPlacesKept(Subject<FetchPolitelyContract> subject, Requests requests, int limit) {
        Run<List<String>> run = fetching(subject, limit).run(Settings.STANDARD, requests, requests.paths());
        Timeline timeline = run.timeline();
        long failed = timeline.spans().stream()
                .filter(span -> span.ending() == Span.Ending.FAILED)
                .count();
        String caption = caption(requests, limit) + ", " + failed + (failed == 1 ? " fails" : " fail");
        int notAsked = requests.paths().size() - timeline.spans().size();
        if (run.end() == Run.End.DEADLOCKED && notAsked > 0 && waitForPlaces(run)) {
            throw CheckFailure.measured(
                            Diagnosis.PERMIT_LOST_ON_FAILURE,
                            failed + " of " + requests.paths().size() + " requests had failed after "
                                    + Times.ofNanos(timeline.makespan()) + ". Since then the other " + notAsked
                                    + " wait for ever for one of the " + limit + " places.")
                    .at(Endings.placeOf(run.stalled()))
                    .showing(Endings.picture(run, caption));
        }
        Endings.demandEnd(run, subject.exercise(), caption);
        Askings.demandNoneTwice(run); // a second try begins when the first has failed, whatever place is free
        demandNoneTooMany(timeline, limit, caption);
        Window.of(timeline, limit).unfilled().ifPresent(empty -> {
            throw CheckFailure.measured(
                            Diagnosis.PERMIT_LOST_ON_FAILURE,
                            "After a request had failed, only " + empty.inFlight() + " of " + limit
                                    + " places were taken from " + Times.ofNanos(empty.from()) + " to "
                                    + Times.ofNanos(empty.to()) + ", although " + empty.toBegin()
                                    + (empty.toBegin() == 1 ? " request" : " requests") + " had not begun.")
                    .showing(picture(timeline, limit, caption));
        });
    }

    /** Whether somebody waits for more than the caller does for the end of all. */
    private static boolean waitForPlaces(Run<?> run) {
        return run.stalled().stream()
                .filter(stall -> stall.learnerFrame().isPresent())
                .anyMatch(stall -> !stall.thread().isCaller() || isIn(stall, "java.util.concurrent.Semaphore"));
    }

    private static boolean isIn(Stall stall, String className) {
        return stall.frames().stream().anyMatch(frame -> frame.className().equals(className));
    }

    /** Six requests, three of them in flight, watched for data races. */
    static final class SixRequests extends WatchedRequests<FetchPolitelyContract> {
        @Override
        protected void fetch(FetchPolitelyContract learners, List<String> paths, RemoteApi api)
                throws IOException, InterruptedException {
            learners.fetchAll(paths, api, 3);
        }
    }
}
