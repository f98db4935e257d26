package twostoves.races;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import twostoves.grading.CheckFailure;
import twostoves.grading.NotMeasuredException;
import twostoves.grading.Place;
import twostoves.racewatch.Agent;
import twostoves.racewatch.Plan;
import twostoves.racewatch.Recording;
import twostoves.simulation.Quiescence;

/**
 * Runs one scenario again and again under different schedules, until one of them shows something wrong.
 *
 * <p>The first run is not disturbed and finds the places where threads meet; of the later ones every other holds one thread
 * at one of these places, and the rest hold threads up here and there. Half of them have false wake-ups. If locks were
 * taken in different orders, some hold threads between the first lock and the second. Some let every thread that is started
 * go first.
 *
 * <p>Of a {@link Call} there are a few runs only, and nothing but races counts: the order of events matters little to what
 * nothing orders, and whatever else may happen is judged elsewhere, under its own name.
 */
final class Exploration<T> {

    private static final int RUNS = 28;

    /** The same where only races are looked for. */
    private static final int RUNS_OF_A_CALL = 12;

    /** How many runs without a place where threads meet show that there is none. */
    private static final int RUNS_ALONE = 9;

    /** When so much real time has passed, what has been seen has to do, unless it is too little. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** When so much has passed, nothing more is tried. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(30);

    /** How long a thread whose work is done may take to end. */
    private static final Duration TIME_TO_END = Duration.ofMillis(200);

    /** Groups of threads that belong to the JVM. */
    private static final Set<String> NOT_OURS = Set.of("system", "InnocuousThreadGroup", "CarrierThreads");

    /** Fewer runs than this show too little. */
    private static final int FEWEST_RUNS = 6;

    private final Submission<T> submission;
    private final Class<? extends Scenario<T>> scenario;
    private final long seed;
    private final Random draws;
    private final boolean isCall;
    private boolean clean = true;
    private List<Thread> last = List.of();
    private boolean circularLocks;

    Exploration(Submission<T> submission, Class<? extends Scenario<T>> scenario, long seed) {
        this.submission = submission;
        this.scenario = scenario;
        this.seed = seed;
        this.draws = new Random(seed);
        this.isCall = Call.class.isAssignableFrom(scenario);
    }

    /** Throws a {@link CheckFailure} for what is wrong, and a {@link NotMeasuredException} if it cannot be told. */
    void run() {
        if (!Agent.isReady()) {
            throw new NotMeasuredException("Data races are looked for on JDK 25 only, and this is JDK "
                    + Runtime.version().feature() + ".");
        }
        Recording.forgetContention();
        long begun = System.nanoTime();
        int most = isCall ? RUNS_OF_A_CALL : RUNS;
        int runs = 0;
        boolean incomplete = false;
        try (Quiescence quiescence = new Quiescence()) {
            while (runs < most
                    && System.nanoTime() - begun < (runs < FEWEST_RUNS ? LAST_PATIENCE : PATIENCE).toNanos()) {
                Round<T> round = new Round<>(submission, scenario, seed, plan(runs), quiescence);
                Recording seen = round.play(draws);
                clean = round.hasEnded();
                last = seen.threads();
                if (!isCall) {
                    judge(round, seen);
                } else if (!judgeRaces(round, seen)) {
                    return;
                }
                circularLocks |= seen.hasCircularLockOrder();
                incomplete |= seen.isIncomplete();
                runs++;
                if (runs >= RUNS_ALONE && Recording.countContended() == 0) {
                    break;
                }
            }
        }
        demandThatAllWasSeen(runs, incomplete);
    }

    private Plan plan(int run) {
        boolean aims = run % 2 == 1;
        if (isCall) {
            return new Plan(draws.nextLong(), run > 0, aims ? run / 2 : -1, false, false, run % 4 == 2);
        }
        return new Plan(
                draws.nextLong(),
                run > 0,
                aims ? run / 2 : -1,
                // not always: a false wake-up exposes a wait without a loop, but it heals a lost notification
                aims ? run % 3 > 0 : run % 4 == 0 || run % 16 == 6,
                circularLocks && run % 4 == 2,
                run % 8 == 4 || run % 8 == 6 && !circularLocks);
    }

    private void judge(Round<T> round, Recording seen) {
        round.deadlock().ifPresent(deadlock -> {
            throw failure(round, deadlock, true);
        });
        demandNoRace(round, seen);
        round.stuck().ifPresent(stuck -> {
            throw failure(round, stuck, round.isProof());
        });
        if (!round.hasEnded()) {
            throw new NotMeasuredException("Your code was still at work after " + Round.PATIENCE.toSeconds()
                    + " s, with a handful of operations: too slow to be told.");
        }
        round.failure().ifPresent(failure -> {
            throw withStory(failure, Story.of(seen));
        });
        round.threw().ifPresent(threw -> {
            throw failure(round, threw, true);
        });
    }

    /** Tells whether to go on: where all stand still, they would again, and another check has a name for that. */
    private boolean judgeRaces(Round<T> round, Recording seen) {
        demandNoRace(round, seen);
        boolean standsStill = round.stuck().isPresent() || round.deadlock().isPresent() || round.hasPaused();
        if (!round.hasEnded() && !standsStill) {
            throw new NotMeasuredException("The call in which data races are looked for did not end.");
        }
        return !standsStill;
    }

    private void demandNoRace(Round<T> round, Recording seen) {
        if (submission.unmodelled().isEmpty() && Agent.isReady()) {
            seen.conflicts().stream().map(Seen::race).findFirst().ifPresent(race -> {
                throw failure(round, race, true);
            });
        }
    }

    private static CheckFailure failure(Round<?> round, Finding finding, boolean proven) {
        Optional<Place> place = finding.place();
        return (proven
                        ? CheckFailure.proven(round.diagnosis(finding), finding.message())
                        : CheckFailure.measured(round.diagnosis(finding), finding.message()))
                .at(place);
    }

    private static CheckFailure withStory(CheckFailure failure, String story) {
        String message = story.isEmpty() ? failure.getMessage() : failure.getMessage() + "\n" + story;
        return CheckFailure.proven(failure.diagnosis(), message).at(failure.place());
    }

    private void demandThatAllWasSeen(int runs, boolean incomplete) {
        if (!Agent.isReady()) {
            throw new NotMeasuredException("A class could not be prepared for the search for data races.");
        }
        if (!submission.unmodelled().isEmpty()) {
            throw new NotMeasuredException("Your code uses " + String.join(", ", submission.unmodelled())
                    + ", which the search for data races does not follow.");
        }
        if (incomplete) {
            throw new NotMeasuredException(
                    "Your code uses more threads or objects than can be watched for data races.");
        }
        if (runs < FEWEST_RUNS) {
            throw new NotMeasuredException("In " + LAST_PATIENCE.toSeconds() + " s only " + runs
                    + " schedules could be tried: too few to tell anything.");
        }
    }

    /** Tells whether all threads of the last run have come to an end, so that others may be watched in this process. */
    boolean isClean() {
        return clean && last.stream().filter(Exploration::isItsOwn).allMatch(Exploration::ends);
    }

    /** Not one that the JDK shares among everybody, and that lives on. */
    private static boolean isItsOwn(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        String name = thread.getName();
        return !name.startsWith("ForkJoinPool.commonPool-")
                && !name.startsWith("ForkJoinPool-delayScheduler")
                && !name.startsWith("CompletableFutureDelayScheduler")
                && (group == null || !NOT_OURS.contains(group.getName()));
    }

    private static boolean ends(Thread thread) {
        try {
            return !thread.isAlive() || thread.join(TIME_TO_END);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
