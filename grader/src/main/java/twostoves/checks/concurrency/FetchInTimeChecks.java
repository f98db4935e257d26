package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.WatchedRequests;
import twostoves.contract.FetchInTimeContract;
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
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.Simulation;

/** What is demanded of {@code fetch-in-time}. */
@Grades(id = "fetch-in-time", number = 6, track = Track.CONCURRENCY, contract = FetchInTimeContract.class)
public abstract class FetchInTimeChecks {

    private static final String METHOD = "fetchWithin";

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 120;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** Nearly the longest deadline that is promised. Its milliseconds are negative as an {@code int}. */
    private static final Duration LONGEST = Duration.ofDays(99 * 365);

    /** Longer than the virtual clock counts. */
    private static final Duration NEVER = Duration.ofDays(1_000 * 365);

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<FetchInTimeContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "answers-in-order", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("returns an entry for each answer, in the order of the paths")
    void answersInOrder(Subject<FetchInTimeContract> subject, RandomGenerator random) {
        Requests shuffled = Requests.shuffled(8, random);
        demandEntries(subject, shuffled, "8 requests answered out of order");
        Requests empty = Requests.equal(3, Duration.ofSeconds(1), random).answeringNothing(1);
        demandEntries(subject, empty, "3 requests, one of them answered with an empty text");
        demandNoRace(subject, Requests.equal(4, Duration.ofSeconds(1), random));
        demandEntries(subject, Requests.equal(1, Duration.ofSeconds(2), random), "1 request");
        Schedules.explore(subject, SixRequests.class, random);
    }

    @Check(
            id = "ends-early",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("has all requests in flight together, and ends as soon as all are answered")
    void endsEarly(Subject<FetchInTimeContract> subject, RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        demandEarlyEnd(subject, three, LONG_ENOUGH, "3 requests of 3 s each, 60 s to go");
        demandEarlyEnd(
                subject, Requests.uneven(MANY, random), LONG_ENOUGH, MANY + " requests of 1, 2 and 3 s, 60 s to go");
        demandEarlyEnd(subject, three, LONGEST, "3 requests of 3 s each, 99 years to go");
    }

    @Check(
            id = "one-deadline",
            kind = Kind.TIME,
            points = 2,
            needs = {"ends-early"})
    @Order(4)
    @DisplayName("returns at the deadline with what has arrived, and calls off the rest")
    void oneDeadline(Subject<FetchInTimeContract> subject, Exhibit exhibit, RandomGenerator random) {
        Requests requests = Requests.equal(6, Duration.ofSeconds(1), random)
                .answeredAfter(0, Duration.ofMillis(4_500))
                .answeredAfter(1, Duration.ofSeconds(70))
                .answeredAfter(3, Duration.ofSeconds(90))
                .answeredAfter(4, Duration.ofSeconds(80));
        exhibit.show(demandDeadline(subject, requests, Duration.ofMillis(5_250)));
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"one-deadline"})
    @Order(5)
    @DisplayName("leaves nothing running, even if some are never answered")
    void nothingLeftRunning(Subject<FetchInTimeContract> subject, RandomGenerator random) {
        Requests three = Requests.threeOfThreeSeconds(random);
        demandNothingLeft(subject, three, LONG_ENOUGH, "3 requests of 3 s each");
        Requests never = three.answeredAfter(0, NEVER).answeredAfter(2, NEVER);
        demandNothingLeft(subject, never, Duration.ofSeconds(5), "3 requests, two of them never answered");
        demandNothingLeft(
                subject,
                never.answeredAfter(1, NEVER),
                Duration.ofSeconds(5),
                "3 requests, none of them ever answered");
    }

    @Check(
            id = "failures-left-out",
            kind = Kind.EDGES,
            points = 1,
            needs = {"ends-early"})
    @Order(6)
    @DisplayName("leaves out a request that fails, and no other")
    void failuresLeftOut(Subject<FetchInTimeContract> subject, RandomGenerator random) {
        Requests four = Requests.equal(4, Duration.ofSeconds(2), random);
        demandFailureLeftOut(subject, four.failing(0, Duration.ofSeconds(1)), LONG_ENOUGH);
        demandFailureLeftOut(subject, four.failing(2, Duration.ofSeconds(3)), LONG_ENOUGH);
        demandFailureLeftOut(
                subject, four.failing(1, Duration.ofSeconds(1)).answeredAfter(3, NEVER), Duration.ofSeconds(5));
        demandAllLeftOut(
                subject,
                Requests.equal(2, Duration.ofSeconds(1), random)
                        .failing(0, Duration.ofSeconds(2))
                        .failing(1, Duration.ofSeconds(1)));
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"one-deadline"})
    @Order(7)
    @DisplayName("ends at once when it is interrupted, and calls off all requests")
    void interruption(Subject<FetchInTimeContract> subject, RandomGenerator random) {
        Duration instant = Duration.ofSeconds(1);
        Requests three = Requests.threeOfThreeSeconds(random);
        Settings interrupted = Settings.STANDARD.interruptCallerAt(instant).findingLeftovers();
        Run<Map<String, String>> run = runEndingLast(subject, interrupted, three, LONG_ENOUGH);
        String caption = "3 requests of 3 s each, the caller interrupted after 1 s";
        Endings.demandEnd(run, subject.exercise(), caption);
        Failures.demandInterruptKept(run, "after 1 s, while 3 requests were in flight");
        demandNothingUnderWay(run, caption);
        if (run.timeline().makespan() != instant.toNanos()) {
            throw CheckFailure.measured(
                            Diagnosis.SIBLINGS_NOT_CANCELLED,
                            "The calling thread was interrupted after 1 s, and your method ended only after "
                                    + Times.ofNanos(run.timeline().makespan()) + ".")
                    .showing(new Picture(caption, run.timeline(), Optional.of(instant.toNanos()))
                            .beside(Plan.together(three.tasks()).cutAt(instant.toNanos())));
        }
        Leftovers.demandNone(run, METHOD);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("takes an empty list, and refuses null and a deadline that is not positive")
    void arguments(Subject<FetchInTimeContract> subject, RandomGenerator random) {
        Requests one = Requests.equal(1, Duration.ofSeconds(1), random);
        new Arguments<FetchInTimeContract>()
                .mustReturn(
                        Map.of(),
                        "fetchWithin(List.of(), api, PT1M)",
                        (inTime, world) -> inTime.fetchWithin(List.of(), service(world, one), LONG_ENOUGH))
                .mustThrow(
                        NullPointerException.class,
                        "fetchWithin(null, api, PT1M)",
                        (inTime, world) -> inTime.fetchWithin(null, service(world, one), LONG_ENOUGH))
                .mustThrow(
                        NullPointerException.class,
                        "fetchWithin(paths, null, PT1M)",
                        (inTime, world) -> inTime.fetchWithin(one.paths(), null, LONG_ENOUGH))
                .mustThrow(
                        NullPointerException.class,
                        "fetchWithin(paths, api, null)",
                        (inTime, world) -> inTime.fetchWithin(one.paths(), service(world, one), null))
                .mustThrow(
                        NullPointerException.class,
                        "fetchWithin(List.of(), null, PT1M)",
                        (inTime, world) -> inTime.fetchWithin(List.of(), null, LONG_ENOUGH))
                .mustThrow(
                        NullPointerException.class,
                        "fetchWithin(List.of(), api, null)",
                        (inTime, world) -> inTime.fetchWithin(List.of(), service(world, one), null))
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchWithin(paths, api, PT0S)",
                        (inTime, world) -> inTime.fetchWithin(one.paths(), service(world, one), Duration.ZERO))
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchWithin(paths, api, PT-1S)",
                        (inTime, world) -> inTime.fetchWithin(one.paths(), service(world, one), Duration.ofSeconds(-1)))
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchWithin(List.of(), api, PT0S)",
                        (inTime, world) -> inTime.fetchWithin(List.of(), service(world, one), Duration.ZERO))
                .check(subject);
    }

    private static SimulatedApi service(Simulation simulation, Requests requests) {
        return new SimulatedApi(simulation, requests.replies());
    }

    private static Map<String, String> fetch(
            FetchInTimeContract inTime, Simulation simulation, Requests requests, Duration deadline)
            throws InterruptedException {
        return inTime.fetchWithin(requests.paths(), service(simulation, requests), deadline);
    }

    private static Run<Map<String, String>> run(
            Subject<FetchInTimeContract> subject, Settings settings, Requests requests, Duration deadline) {
        return subject.run(settings, (inTime, simulation) -> fetch(inTime, simulation, requests, deadline));
    }

    /** Runs requests that let all others go first when they end otherwise than by an answer. */
    private static Run<Map<String, String>> runEndingLast(
            Subject<FetchInTimeContract> subject, Settings settings, Requests requests, Duration deadline) {
        return subject.run(
                settings,
                (inTime, simulation) -> inTime.fetchWithin(
                        requests.paths(), requests.endingLast(Set.of()).apply(simulation), deadline));
    }

    private static void demandEntries(Subject<FetchInTimeContract> subject, Requests requests, String caption) {
        Run<Map<String, String>> run = run(subject, Settings.STANDARD, requests, LONG_ENOUGH);
        Map<String, String> entries = Endings.valueOf(run, subject.exercise(), caption);
        demandNothingUnderWay(run, caption);
        List<String> asked = run.timeline().spans().stream().map(Span::label).toList();
        asked.stream()
                .filter(path -> Collections.frequency(asked, path) > 1)
                .findFirst()
                .ifPresent(path -> {
                    throw CheckFailure.proven(
                            Diagnosis.FETCHED_TWICE,
                            path + " stands once in the list and was asked for " + Collections.frequency(asked, path)
                                    + " times.");
                });
        demandEntries(entries, answersWithin(requests, LONG_ENOUGH), requests);
    }

    /** The answers that arrive before the deadline, by path, in the order of the paths. */
    private static Map<String, String> answersWithin(Requests requests, Duration deadline) {
        Map<String, String> answers = new LinkedHashMap<>();
        requests.replies().forEach((path, reply) -> {
            if (reply.latency().compareTo(deadline) < 0) {
                reply.answer().ifPresent(answer -> answers.put(path, answer));
            }
        });
        return answers;
    }

    private static void demandEntries(Map<String, String> actual, Map<String, String> expected, Requests requests) {
        if (!actual.equals(expected)) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, difference(actual, expected));
        }
        List<String> order = new ArrayList<>(actual.keySet());
        if (!order.equals(List.copyOf(expected.keySet()))) {
            List<String> arrivals = requests.pathsByArrival().stream()
                    .filter(expected::containsKey)
                    .toList();
            throw order.equals(arrivals)
                    ? CheckFailure.proven(
                            Diagnosis.COMPLETION_ORDER,
                            "The entries stand in the order in which the answers arrived: the first is "
                                    + order.getFirst() + ", but the first path is "
                                    + requests.paths().getFirst() + ".")
                    : CheckFailure.proven(
                            Diagnosis.ORDER_LOST,
                            "Your map has lost the order of the paths: its first entry is " + order.getFirst()
                                    + ", but the first path is "
                                    + requests.paths().getFirst() + ".");
        }
    }

    private static String difference(Map<String, String> actual, Map<String, String> expected) {
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            String answer = actual.get(entry.getKey());
            if (!entry.getValue().equals(answer)) {
                return "The answer for " + entry.getKey() + " is \"" + entry.getValue() + "\" and arrived in time, but "
                        + (actual.containsKey(entry.getKey())
                                ? "your map says \"" + answer + "\"."
                                : "your map has no entry for it.");
            }
        }
        String surplus = actual.keySet().stream()
                .filter(path -> !expected.containsKey(path))
                .findFirst()
                .orElse("nothing");
        return "Your map has an entry for " + surplus + ", \"" + actual.get(surplus)
                + "\", but no answer for it had arrived.";
    }

    private static void demandNoRace(Subject<FetchInTimeContract> subject, Requests requests) {
        Subject.Observed<Map<String, String>> observed = subject.observeSharing(
                Settings.STANDARD, (inTime, simulation) -> fetch(inTime, simulation, requests, LONG_ENOUGH));
        Endings.demandEnd(observed.run(), subject.exercise(), "4 requests answered at the same time");
        Races.demandNone(observed.races());
    }

    private static void demandEarlyEnd(
            Subject<FetchInTimeContract> subject, Requests requests, Duration deadline, String caption) {
        Run<Map<String, String>> run = run(subject, Settings.STANDARD, requests, deadline);
        Map<String, String> entries = Endings.valueOf(run, subject.exercise(), caption);
        long makespan = run.timeline().makespan();
        long longest = requests.longest().toNanos();
        Picture picture =
                new Picture(caption, run.timeline(), Optional.of(longest)).beside(Plan.together(requests.tasks()));
        boolean together = run.timeline().maxInFlight() == requests.paths().size();
        if (makespan > longest && together) {
            throw CheckFailure.measured(
                            Diagnosis.DEADLINE_WAITED_OUT,
                            "All requests had been answered after " + Times.ofNanos(longest)
                                    + ", and your method returned after " + Times.ofNanos(makespan) + ".")
                    .showing(picture);
        }
        if (makespan < longest) {
            throw CheckFailure.measured(
                            Diagnosis.RETURNS_EARLY,
                            "The last answer would have arrived after " + Times.ofNanos(longest)
                                    + ", long before the deadline, and your method returned after "
                                    + Times.ofNanos(makespan) + ".")
                    .showing(picture);
        }
        if (makespan != longest) {
            Subject.Observed<?> observed = subject.observe(
                    Settings.STANDARD.lookingAround(),
                    (inTime, simulation) -> fetch(inTime, simulation, requests, deadline));
            throw TooSlow.explain(observed, requests.paths().size(), longest).showing(picture);
        }
        demandEntries(entries, answersWithin(requests, deadline), requests);
    }

    private static Picture demandDeadline(Subject<FetchInTimeContract> subject, Requests requests, Duration deadline) {
        Run<Map<String, String>> run = run(subject, Settings.STANDARD, requests, deadline);
        Map<String, String> expected = answersWithin(requests, deadline);
        int count = requests.paths().size();
        String caption = count + " requests, " + Times.ofNanos(deadline.toNanos()) + " to go";
        Endings.demandEnd(run, subject.exercise(), caption);
        Picture picture = new Picture(caption, run.timeline(), Optional.of(deadline.toNanos()))
                .beside(Plan.together(requests.tasks()).cutAt(deadline.toNanos()));
        String arrived = expected.size() + " of " + count + " answers had arrived";
        if (run.failure().isPresent()) {
            Throwable failure = run.failure().get();
            throw isOfDeadline(failure)
                    ? CheckFailure.proven(
                                    Diagnosis.ALL_OR_NOTHING,
                                    arrived + " at the deadline, and your method threw " + Endings.describe(failure)
                                            + " instead of returning them.")
                            .at(Endings.placeOf(failure))
                            .showing(picture)
                    : Endings.unexpected(failure).showing(picture);
        }
        long makespan = run.timeline().makespan();
        if (makespan > deadline.toNanos()) {
            throw late(run, requests, deadline).showing(picture);
        }
        if (makespan < deadline.toNanos()) {
            throw CheckFailure.measured(
                            Diagnosis.RETURNS_EARLY,
                            "Your method returned after " + Times.ofNanos(makespan) + ". Until the deadline, at "
                                    + Times.ofNanos(deadline.toNanos()) + ", more answers might have arrived.")
                    .showing(picture);
        }
        demandNothingUnderWay(run, caption);
        Map<String, String> entries = Endings.valueOf(run, subject.exercise(), caption);
        if (entries.isEmpty()) {
            throw CheckFailure.proven(Diagnosis.ALL_OR_NOTHING, arrived + " at the deadline, and your map is empty.")
                    .showing(picture);
        }
        demandEntries(entries, expected, requests);
        Failures.demandNoInterruptLeft(run);
        return picture;
    }

    private static boolean isOfDeadline(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof CancellationException
                || failure.getCause() != null && failure.getCause() != failure && isOfDeadline(failure.getCause());
    }

    private static CheckFailure late(Run<?> run, Requests requests, Duration deadline) {
        String ended = "The deadline was " + Times.ofNanos(deadline.toNanos())
                + " after the call, and your method ended after "
                + Times.ofNanos(run.timeline().makespan());
        return run.timeline().makespan() == requests.longest().toNanos()
                ? CheckFailure.measured(
                        Diagnosis.SIBLINGS_NOT_CANCELLED,
                        ended + ", when the last of the late requests had been answered.")
                : CheckFailure.measured(
                        Diagnosis.TIMEOUT_PER_TASK, ended + ": the time begins anew for each request you wait for.");
    }

    private static void demandNothingUnderWay(Run<?> run, String caption) {
        int pending = run.inFlightAtReturn();
        if (pending > 0) {
            throw CheckFailure.measured(
                            Diagnosis.THREADS_LEFT_RUNNING,
                            pending + (pending == 1 ? " request was" : " requests were") + " still in flight when "
                                    + METHOD + " had ended.")
                    .showing(Endings.picture(run, caption));
        }
    }

    private static void demandNothingLeft(
            Subject<FetchInTimeContract> subject, Requests requests, Duration deadline, String caption) {
        Run<Map<String, String>> run = runEndingLast(subject, Settings.STANDARD.findingLeftovers(), requests, deadline);
        demandEntries(Endings.valueOf(run, subject.exercise(), caption), answersWithin(requests, deadline), requests);
        demandNothingUnderWay(run, caption);
        Leftovers.demandNone(run, METHOD);
    }

    /**
     * Demands that the one request that fails takes no other with it.
     *
     * @param failing of which one fails
     */
    private static void demandFailureLeftOut(
            Subject<FetchInTimeContract> subject, Requests failing, Duration deadline) {
        String path = failing.paths().get(failing.firstToFail());
        Duration after = failing.replies().get(path).latency();
        Run<Map<String, String>> run = run(subject, Settings.STANDARD.findingLeftovers(), failing, deadline);
        String caption = path + " fails after " + Times.ofNanos(after.toNanos());
        Endings.demandEnd(run, subject.exercise(), caption);
        Map<String, String> expected = answersWithin(failing, deadline);
        String event = path + " failed, " + expected.size() + " others were answered in time, and your ";
        if (run.failure().isPresent()) {
            throw CheckFailure.proven(
                            Diagnosis.FAILURE_HIDES_THE_REST,
                            event + "method threw "
                                    + Endings.describe(run.failure().get()) + ".")
                    .at(Endings.placeOf(run.failure().get()));
        }
        Map<String, String> entries = Endings.valueOf(run, subject.exercise(), caption);
        if (entries.size() < expected.size()) {
            throw CheckFailure.proven(
                            Diagnosis.FAILURE_HIDES_THE_REST,
                            event + "map has " + entries.size() + (entries.size() == 1 ? " entry." : " entries."))
                    .showing(Endings.picture(run, caption));
        }
        demandEntries(entries, expected, failing);
        demandEndOf(run, failing, deadline, caption);
        Leftovers.demandNone(run, METHOD);
    }

    /** Demands an empty map, as soon as the last of some requests has failed, which all of them do. */
    private static void demandAllLeftOut(Subject<FetchInTimeContract> subject, Requests failing) {
        String caption = failing.paths().size() + " requests, all of which fail";
        Run<Map<String, String>> run = run(subject, Settings.STANDARD, failing, LONG_ENOUGH);
        demandEntries(Endings.valueOf(run, subject.exercise(), caption), Map.of(), failing);
        demandEndOf(run, failing, LONG_ENOUGH, caption);
    }

    /** Demands that a run was over with the last of the requests, or at the deadline if that comes first. */
    private static void demandEndOf(Run<?> run, Requests requests, Duration deadline, String caption) {
        long makespan = run.timeline().makespan();
        if (requests.longest().compareTo(deadline) > 0) {
            if (makespan != deadline.toNanos()) {
                throw CheckFailure.measured(
                                makespan < deadline.toNanos() ? Diagnosis.RETURNS_EARLY : Diagnosis.TIMEOUT_PER_TASK,
                                "One request failed and another was not answered. The deadline was "
                                        + Times.ofNanos(deadline.toNanos())
                                        + " after the call, and your method returned after "
                                        + Times.ofNanos(makespan) + ".")
                        .showing(Endings.picture(run, caption));
            }
        } else if (makespan != requests.longest().toNanos()) {
            throw CheckFailure.measured(
                            makespan < requests.longest().toNanos()
                                    ? Diagnosis.RETURNS_EARLY
                                    : Diagnosis.DEADLINE_WAITED_OUT,
                            "After " + Times.ofNanos(requests.longest().toNanos())
                                    + " every request had been answered or had failed, and your method returned after "
                                    + Times.ofNanos(makespan) + ".")
                    .showing(Endings.picture(run, caption));
        }
    }

    /** Six requests, and little time, as it is real, watched for data races. */
    static final class SixRequests extends WatchedRequests<FetchInTimeContract> {
        @Override
        protected void fetch(FetchInTimeContract learners, List<String> paths, RemoteApi api)
                throws InterruptedException {
            learners.fetchWithin(paths, api, Duration.ofMillis(100));
        }
    }
}
