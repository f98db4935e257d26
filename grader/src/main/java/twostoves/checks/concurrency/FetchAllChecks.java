package twostoves.checks.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.WatchedRequests;
import twostoves.contract.FetchAllContract;
import twostoves.grading.Check;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.RemoteApi;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;

/** What is demanded of {@code fetch-all}. */
@Grades(id = "fetch-all", number = 1, track = Track.CONCURRENCY, contract = FetchAllContract.class)
public abstract class FetchAllChecks {

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 120;

    /** A real connection costs half a millisecond; two dozen prove as much as a thousand. */
    private static final int CONNECTIONS = 24;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    private static Fetching<FetchAllContract> fetching(Subject<FetchAllContract> subject) {
        return new Fetching<>(subject, "fetchAll", FetchAllContract::fetchAll);
    }

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
        fetching(subject).demandAnswersInOrder(random);
        Schedules.explore(subject, SixRequests.class, random);
    }

    @Check(
            id = "all-in-flight-together",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("has all requests in flight together, however many")
    void allInFlightTogether(Subject<FetchAllContract> subject, Exhibit exhibit, RandomGenerator random) {
        fetching(subject).demandTogether(MANY, exhibit, random);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(4)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<FetchAllContract> subject, RandomGenerator random) {
        fetching(subject).demandNothingLeft(random);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(5)
    @DisplayName("throws the failure of a request as it was")
    void failureSurfaces(Subject<FetchAllContract> subject, RandomGenerator random) {
        fetching(subject).demandFailureSurfaces(random);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(6)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<FetchAllContract> subject, RandomGenerator random) {
        fetching(subject).demandInterruptKept(random);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(7)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<FetchAllContract> subject, RandomGenerator random) {
        fetching(subject).demandArguments(random);
    }

    @Check(
            id = "real-server",
            kind = Kind.TIME,
            points = 1,
            needs = {"all-in-flight-together", "nothing-left-running", "failure-surfaces", "interruption", "arguments"})
    @Order(8)
    @DisplayName("does the same with a real HTTP server")
    void realServer(Subject<FetchAllContract> subject, RandomGenerator random) throws InterruptedException {
        fetching(subject).demandForReal(CONNECTIONS, CONNECTIONS, random);
    }

    /** Six requests, watched for data races. */
    static final class SixRequests extends WatchedRequests<FetchAllContract> {
        @Override
        protected void fetch(FetchAllContract learners, List<String> paths, RemoteApi api)
                throws IOException, InterruptedException {
            learners.fetchAll(paths, api);
        }
    }
}
