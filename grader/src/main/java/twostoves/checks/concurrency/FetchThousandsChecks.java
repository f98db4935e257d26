package twostoves.checks.concurrency;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Endings;
import twostoves.checks.WatchedRequests;
import twostoves.contract.FetchThousandsContract;
import twostoves.fork.SmallJvm;
import twostoves.grading.Check;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.RemoteApi;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code fetch-thousands}. */
@Grades(id = "fetch-thousands", number = 3, track = Track.CONCURRENCY, contract = FetchThousandsContract.class)
public abstract class FetchThousandsChecks {

    /** Few enough that even a platform thread for each does no harm: whoever starts those gets no further. */
    private static final int HUNDREDS = 300;

    /** Enough to tell a thread for each from a handful, where all threads are looked at, which takes long. */
    private static final int DOZENS = 36;

    /**
     * More than any machine has processors, so that threads which share a few of them do not get by. Each takes a
     * connection, which is two sockets of this process and half a millisecond.
     */
    private static final int CONNECTIONS = 100;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    private static Fetching<FetchThousandsContract> fetching(Subject<FetchThousandsContract> subject) {
        return Thousands.fetching(subject);
    }

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<FetchThousandsContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "answers-in-order", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("returns the answers in the order of the paths, asking for each once")
    void answersInOrder(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        fetching(subject).demandAnswersInOrder(random);
        SmallJvm.prepare();
        Schedules.explore(subject, SixRequests.class, random);
    }

    @Check(
            id = "hundreds-in-flight",
            kind = Kind.THREADS,
            points = 1,
            needs = {"keeps-the-rules", "answers-in-order"})
    @Order(3)
    @DisplayName("has hundreds of requests in flight together, without a platform thread for each")
    void hundredsInFlight(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        Fetching<FetchThousandsContract> fetching = fetching(subject);
        Requests requests = Requests.uneven(HUNDREDS, random);
        Run<List<String>> run = fetching.run(Settings.STANDARD, requests, requests.paths());
        String caption = HUNDREDS + " requests of 1, 2 and 3 s";
        Endings.valueOf(run, subject.exercise(), caption);
        fetching.demandTogether(run, requests, caption);
        PlatformThreads.demandFew(run, HUNDREDS);

        Requests fewer = Requests.uneven(DOZENS, random);
        PlatformThreads.demandFew(fetching.run(Settings.STANDARD.lookingAround(), fewer, fewer.paths()), DOZENS);
    }

    @Check(
            id = "thousands-in-flight",
            kind = Kind.TIME,
            points = 2,
            needs = {"hundreds-in-flight"})
    @Order(4)
    @DisplayName("has 10,000 requests in flight together, on one processor and a heap of 256 MB")
    void thousandsInFlight(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        SmallJvm.run(Thousands.class, subject, random.nextLong());
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"hundreds-in-flight"})
    @Order(5)
    @DisplayName("leaves nothing running")
    void nothingLeftRunning(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        fetching(subject).demandNothingLeft(random);
    }

    @Check(
            id = "failure-surfaces",
            kind = Kind.EDGES,
            points = 1,
            needs = {"hundreds-in-flight"})
    @Order(6)
    @DisplayName("throws the failure of a request as it was")
    void failureSurfaces(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        fetching(subject).demandFailureSurfaces(random);
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"hundreds-in-flight"})
    @Order(7)
    @DisplayName("does not lose an interrupt")
    void interruption(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        fetching(subject).demandInterruptKept(random);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("takes an empty list, and refuses null")
    void arguments(Subject<FetchThousandsContract> subject, RandomGenerator random) {
        fetching(subject).demandArguments(random);
    }

    @Check(
            id = "real-server",
            kind = Kind.TIME,
            points = 1,
            needs = {"thousands-in-flight", "nothing-left-running", "failure-surfaces", "interruption", "arguments"})
    @Order(9)
    @DisplayName("does the same with a real HTTP server")
    void realServer(Subject<FetchThousandsContract> subject, RandomGenerator random) throws InterruptedException {
        fetching(subject).demandForReal(CONNECTIONS, CONNECTIONS, random);
    }

    /** Six requests, watched for data races. */
    static final class SixRequests extends WatchedRequests<FetchThousandsContract> {
        @Override
        protected void fetch(FetchThousandsContract learners, List<String> paths, RemoteApi api)
                throws IOException, InterruptedException {
            learners.fetchAll(paths, api);
        }
    }
}
