package twostoves.checks.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.WatchedRequests;
import twostoves.checks.concurrency.Fetching;
import twostoves.contract.CommonMistakeContract;
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
import twostoves.simulation.UnquietProcessException;

/**
 * What is demanded of {@code common-mistake}: what {@code fetch-all} demands, of 64 requests.
 *
 * <p>The stub is working code that makes the mistake. So that it earns nothing until the mistake is mended, every check needs
 * the one on the rules.
 */
@Grades(id = "common-mistake", number = 26, track = Track.CHOOSING, contract = CommonMistakeContract.class)
public abstract class CommonMistakeChecks {

    /** The number of the page. */
    private static final int REQUESTS = 64;

    /** More than any pool of a size that one would guess, {@link #REQUESTS} among them. */
    private static final int MANY = 120;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    private static Fetching<CommonMistakeContract> fetching(Subject<CommonMistakeContract> subject) {
        return new Fetching<>(subject, "fetchAll", CommonMistakeContract::fetchAll);
    }

    @Check(id = "no-common-pool", kind = Kind.THREADS, points = 2)
    @Order(1)
    @DisplayName("does not wait in the common pool, and keeps to the other rules")
    void noCommonPool(Subject<CommonMistakeContract> subject, RandomGenerator random) {
        try {
            RULES.check(subject);
        } catch (CheckFailure failure) {
            throw failure.diagnosis() == Diagnosis.COMMON_POOL_FOR_WAITING ? costOf(subject, failure, random) : failure;
        }
    }

    /** The mistake, with what it costs here and elsewhere: a parallel stream has a thread for each processor. */
    private static CheckFailure costOf(
            Subject<CommonMistakeContract> subject, CheckFailure failure, RandomGenerator random) {
        String elsewhere = " A parallel stream has as many requests in flight as there are processors: for " + REQUESTS
                + " requests of 1 s it takes 32 s on 2 processors, 8 s on 8 and 1 s on 64.";
        String here = draw(subject, random)
                .map(Picture::timeline)
                .map(timeline -> " Here yours took " + Times.ofNanos(timeline.makespan()) + ", with at most "
                        + timeline.maxInFlight() + " in flight.")
                .orElse("");
        return CheckFailure.proven(failure.diagnosis(), failure.getMessage() + elsewhere + here)
                .at(failure.place());
    }

    private static Optional<Picture> draw(Subject<CommonMistakeContract> subject, RandomGenerator random) {
        try {
            return fetching(subject).draw(REQUESTS, random);
        } catch (UnquietProcessException notToBeRun) {
            return Optional.empty(); // the rule is broken all the same
        }
    }

    @Check(
            id = "answers-in-order",
            kind = Kind.VALUES,
            points = 2,
            needs = {"no-common-pool"})
    @Order(2)
    @DisplayName("returns the answers in the order of the paths, asking for each once")
    void answersInOrder(Subject<CommonMistakeContract> subject, RandomGenerator random) {
        fetching(subject).demandAnswersInOrder(random);
        Schedules.explore(subject, SixRequests.class, random);
    }

    @Check(
            id = "all-in-flight-together",
            kind = Kind.TIME,
            points = 2,
            needs = {"no-common-pool", "answers-in-order"})
    @Order(3)
    @DisplayName("has all requests in flight together, be they 64 or more")
    void allInFlightTogether(Subject<CommonMistakeContract> subject, Exhibit exhibit, RandomGenerator random) {
        fetching(subject).demandTogether(REQUESTS, exhibit, random);
        fetching(subject).demandTogether(MANY, exhibit, random);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(4)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<CommonMistakeContract> subject, RandomGenerator random) {
        fetching(subject).demandNothingLeft(random);
    }

    @Check(
            id = "failure-and-interrupt",
            kind = Kind.EDGES,
            points = 1,
            needs = {"all-in-flight-together"})
    @Order(5)
    @DisplayName("throws the failure of a request as it was, and does not lose an interrupt")
    void failureAndInterrupt(Subject<CommonMistakeContract> subject, RandomGenerator random) {
        fetching(subject).demandFailureSurfaces(random);
        fetching(subject).demandInterruptKept(random);
    }

    @Check(
            id = "arguments",
            kind = Kind.VALUES,
            points = 1,
            needs = {"no-common-pool"})
    @Order(6)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<CommonMistakeContract> subject, RandomGenerator random) {
        fetching(subject).demandArguments(random);
    }

    @Check(
            id = "real-server",
            kind = Kind.TIME,
            points = 1,
            needs = {"all-in-flight-together", "nothing-left-running", "failure-and-interrupt", "arguments"})
    @Order(7)
    @DisplayName("does the same with a real HTTP server")
    void realServer(Subject<CommonMistakeContract> subject, RandomGenerator random) throws InterruptedException {
        fetching(subject).demandForReal(REQUESTS, REQUESTS, random);
    }

    /** Six requests, watched for data races. */
    static final class SixRequests extends WatchedRequests<CommonMistakeContract> {
        @Override
        protected void fetch(CommonMistakeContract learners, List<String> paths, RemoteApi api)
                throws IOException, InterruptedException {
            learners.fetchAll(paths, api);
        }
    }
}
