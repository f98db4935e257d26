package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Leftovers;
import twostoves.contract.FetchAllContract;
import twostoves.grading.Check;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.SimulatedApi;

/** What is demanded of {@code fetch-all}. */
@Grades(id = "fetch-all", number = 1, track = Track.CONCURRENCY, contract = FetchAllContract.class)
public abstract class FetchAllChecks {

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
        Fetching<FetchAllContract> fetching = fetching(subject);
        Requests shuffled = Requests.shuffled(6, random);
        fetching.demandAnswers(shuffled, shuffled.paths(), "6 requests answered out of order");

        Requests together = Requests.equal(4, Duration.ofSeconds(1), random);
        String caption = "4 requests answered at the same time";
        fetching.demandNoRace(together, caption);
        fetching.demandAnswers(together, together.paths(), caption);

        Requests one = Requests.equal(1, Duration.ofSeconds(2), random);
        fetching.demandAnswers(one, one.paths(), "1 request");

        List<String> twice = new ArrayList<>(together.paths());
        twice.add(together.paths().getFirst());
        fetching.demandAnswers(together, twice, "5 requests, two of them for the same path");
    }

    @Check(
            id = "all-in-flight-together",
            kind = Kind.TIME,
            points = 3,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("has all requests in flight together, however many")
    void allInFlightTogether(Subject<FetchAllContract> subject, Exhibit exhibit, RandomGenerator random) {
        Fetching<FetchAllContract> fetching = fetching(subject);
        Requests three = Requests.threeOfThreeSeconds(random);
        exhibit.show(fetching.demandTogether(three, "3 requests of 3 s each"));
        fetching.demandTogether(Requests.uneven(MANY, random), MANY + " requests of 1, 2 and 3 s");
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(4)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<FetchAllContract> subject, RandomGenerator random) {
        fetching(subject).demandNothingLeft(Requests.threeOfThreeSeconds(random), "3 requests of 3 s each");
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(5)
    @DisplayName("throws the failure of a request as it was")
    void failureSurfaces(Subject<FetchAllContract> subject, RandomGenerator random) {
        Fetching<FetchAllContract> fetching = fetching(subject);
        Requests five = Requests.equal(5, Duration.ofSeconds(2), random);
        Leftovers.demandNone(fetching.demandFailure(five, 0, Duration.ofSeconds(1)), fetching.method());
        Leftovers.demandNone(fetching.demandFailure(five, 2, Duration.ofSeconds(2)), fetching.method());
        Leftovers.demandNone(fetching.demandFailure(five, 4, Duration.ofSeconds(3)), fetching.method());
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(6)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<FetchAllContract> subject, RandomGenerator random) {
        Fetching<FetchAllContract> fetching = fetching(subject);
        Requests three = Requests.threeOfThreeSeconds(random);
        Leftovers.demandNone(
                fetching.demandInterruptKept(three, Duration.ofSeconds(1), three::service)
                        .run(),
                fetching.method());
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

    private static Fetching<FetchAllContract> fetching(Subject<FetchAllContract> subject) {
        return new Fetching<>(subject, "fetchAll", FetchAllContract::fetchAll);
    }
}
