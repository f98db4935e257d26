package twostoves.checks.concurrency;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.contract.FetchThousandsContract;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.fork.Errand;
import twostoves.fork.SmallJvm;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code fetch-thousands}. */
@Grades(id = "fetch-thousands", number = 3, track = Track.CONCURRENCY, contract = FetchThousandsContract.class)
public abstract class FetchThousandsChecks {

    private static final String METHOD = "fetchAll";

    /** Few enough that even a platform thread for each does no harm: whoever starts those gets no further. */
    private static final int HUNDREDS = 300;

    /** Enough to tell a thread for each from a handful, where all threads are looked at, which takes long. */
    private static final int DOZENS = 36;

    private static final int THOUSANDS = 10_000;

    /** Each takes a connection, which is two sockets of this process. */
    private static final int CONNECTIONS = 200;

    private static final int MOST_PLATFORM_THREADS = 10;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    private static Fetching<FetchThousandsContract> fetching(Subject<FetchThousandsContract> subject) {
        return new Fetching<>(subject, METHOD, FetchThousandsContract::fetchAll);
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
        demandFewPlatformThreads(run, HUNDREDS);

        Requests fewer = Requests.uneven(DOZENS, random);
        demandFewPlatformThreads(fetching.run(Settings.STANDARD.lookingAround(), fewer, fewer.paths()), DOZENS);
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

    /** What is run in the small JVM. */
    static final class Thousands implements Errand<FetchThousandsContract> {

        @Override
        public void run(Subject<FetchThousandsContract> subject, RandomGenerator random) {
            Requests requests = Requests.uneven(THOUSANDS, random);
            List<String> paths = requests.paths();
            Run<List<String>> run = fetching(subject).run(Settings.STANDARD, requests, paths);
            List<String> answers = Endings.valueOf(run, subject.exercise(), "");
            Leftovers.demandNothingUnderWay(run, METHOD);
            if (run.timeline().makespan() != requests.longest().toNanos()) {
                throw TooSlow.explainFew(
                        run.timeline(), THOUSANDS, requests.longest().toNanos());
            }
            if (!answers.equals(requests.answers())) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES, Fetching.difference(paths, requests.answers(), answers));
            }
            demandFewPlatformThreads(run, THOUSANDS);
        }
    }

    /** Of those that made a request; of all, if the run has looked around. */
    private static void demandFewPlatformThreads(Run<?> run, int requests) {
        Set<ThreadIdentity> platform = Stream.concat(
                        run.timeline().spans().stream().map(Span::thread),
                        run.firstWait().stream().map(Stall::thread))
                .filter(thread -> !thread.isVirtual() && !thread.isCaller())
                .collect(Collectors.toUnmodifiableSet());
        if (platform.size() > MOST_PLATFORM_THREADS) {
            throw CheckFailure.measured(
                            Diagnosis.PLATFORM_THREAD_PER_TASK,
                            "For " + requests + " requests you used " + platform.size() + " platform threads, and "
                                    + MOST_PLATFORM_THREADS
                                    + " is the most. For 10,000 you would need as many threads of"
                                    + " the operating system.")
                    .at(Endings.placeOf(run.firstWait()));
        }
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
}
