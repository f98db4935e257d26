package twostoves.races;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import twostoves.evidence.Frame;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Place;
import twostoves.racewatch.Plan;
import twostoves.racewatch.Recording;
import twostoves.racewatch.Waiting;
import twostoves.simulation.Quiescence;

/** One run of a scenario under one plan. */
final class Round<T> {

    /** When a round has lasted so long, it is given up and nothing is said. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** When all have slept so long in a {@link Call}, and wait for nothing but the clock, that pause is the learner's. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(5);

    /** How many looks in a row have to show the same before it is believed. */
    private static final int LOOKS = 4;

    /** The same where quiescence is an estimate and no proof. */
    private static final int LOOKS_WITHOUT_PROOF = 200;

    private static final String CALLER = "caller";

    private final Submission<T> submission;
    private final Class<? extends Scenario<T>> type;
    private final long seed;
    private final Plan plan;
    private final Quiescence quiescence;

    private volatile Scenario<T> scenario;
    private volatile List<Failed> failed = List.of();
    private Optional<Finding.Deadlock> deadlock = Optional.empty();
    private Optional<Finding.Stuck> stuck = Optional.empty();
    private boolean paused;
    private boolean ended;
    private String story = "";

    /** Who threw what. */
    private record Failed(String party, Throwable thrown) {}

    Round(Submission<T> submission, Class<? extends Scenario<T>> type, long seed, Plan plan, Quiescence quiescence) {
        this.submission = submission;
        this.type = type;
        this.seed = seed;
        this.plan = plan;
        this.quiescence = quiescence;
    }

    Recording play(Random draws) {
        Thread caller = Thread.ofPlatform().daemon().name(CALLER).unstarted(() -> perform(draws));
        Recording recording = Recording.start(plan);
        try {
            caller.start();
            ended = watch(caller, recording);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while watching", e);
        } finally {
            recording.stop();
        }
        story = failed.isEmpty() ? "" : Story.of(recording);
        return recording;
    }

    // ---- on the caller's thread ----------------------------------------------------------------------------------

    private void perform(Random draws) {
        List<Failed> failures = Collections.synchronizedList(new ArrayList<>());
        try {
            Constructor<? extends Scenario<T>> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            scenario = constructor.newInstance();
            T learners = scenario.create(submission.load());
            List<Party> parties = scenario.parties(learners, new Random(seed));
            runAll(parties, draws, failures);
            if (failures.isEmpty()) {
                scenario.verify();
            }
        } catch (InvocationTargetException e) {
            failures.add(new Failed(CALLER, e.getCause()));
        } catch (Exception | Error e) {
            failures.add(new Failed(CALLER, e));
        }
        failed = List.copyOf(failures);
    }

    private static void runAll(List<Party> parties, Random draws, List<Failed> failures) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Party party : parties) {
            threads.add(Thread.ofPlatform().daemon().name(party.name()).unstarted(() -> run(party, failures)));
        }
        List<Thread> inAnyOrder = new ArrayList<>(threads);
        Collections.shuffle(inAnyOrder, draws);
        inAnyOrder.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void run(Party party, List<Failed> failures) {
        try {
            party.action().run();
        } catch (Exception | Error e) {
            failures.add(new Failed(party.name(), e));
        }
    }

    // ---- on the watching thread ----------------------------------------------------------------------------------

    private boolean watch(Thread caller, Recording recording) throws InterruptedException {
        long begun = System.nanoTime();
        int before = -1;
        int still = 0;
        int circles = 0;
        long awake = begun;
        while (!caller.join(LOOK)) {
            int events = recording.events();
            boolean moved = events != before;
            before = events;
            List<Waiting> circle = recording.circle();
            circles = !circle.isEmpty() && allWait(circle) ? circles + 1 : 0;
            if (circles >= LOOKS) {
                deadlock = Optional.of(Seen.deadlock(circle));
                return false;
            }
            still = !moved && nobodyCanMove(recording.threads()) && quiescence.isReached() ? still + 1 : 0;
            if (still >= (quiescence.isProof() ? LOOKS : LOOKS_WITHOUT_PROOF)) {
                stuck = Optional.of(Seen.stuck(recording.threads()));
                return false;
            }
            long now = System.nanoTime();
            awake = moved || !isCall() || !quiescence.isReached() ? now : awake;
            paused = now - awake > PAUSE.toNanos();
            if (paused || now - begun > PATIENCE.toNanos()) {
                return false;
            }
        }
        return true;
    }

    private boolean isCall() {
        return Call.class.isAssignableFrom(type);
    }

    private static boolean allWait(List<Waiting> circle) {
        return circle.stream().allMatch(waiting -> waits(waiting.thread()));
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TERMINATED, NEW -> true;
            case RUNNABLE, TIMED_WAITING -> false;
        };
    }

    /** Whether real time alone moves nobody: whoever waits, waits without a limit, or is idle until it is given work. */
    private static boolean nobodyCanMove(List<Thread> threads) {
        return threads.stream().allMatch(thread -> waits(thread) || isIdle(thread));
    }

    private static final Set<String> IDLE = Set.of(
            "java.util.concurrent.ForkJoinPool.awaitWork",
            "java.util.concurrent.ThreadPoolExecutor.getTask",
            "java.util.concurrent.ExecutorService.close",
            "java.util.concurrent.ThreadPerTaskExecutor.close",
            "jdk.internal.ref.CleanerImpl.run");

    /** Of a scheduled pool, whose tasks come due by themselves. */
    private static final String TIMETABLE = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

    private static boolean isIdle(Thread thread) {
        if (thread.getState() != Thread.State.TIMED_WAITING) {
            return false;
        }
        StackTraceElement[] stack = thread.getStackTrace();
        return Arrays.stream(stack).anyMatch(frame -> IDLE.contains(frame.getClassName() + "." + frame.getMethodName()))
                && Arrays.stream(stack).noneMatch(frame -> frame.getClassName().equals(TIMETABLE));
    }

    // ---- what came of it -----------------------------------------------------------------------------------------

    /** Whether the scenario came to its end, so that none of its threads is waiting for ever. */
    boolean hasEnded() {
        return ended;
    }

    /** Whether a {@link Call} was given up because all of its threads slept, for much longer than it takes. */
    boolean hasPaused() {
        return paused;
    }

    /** Whether what was said of standing still is proven on this machine. */
    boolean isProof() {
        return quiescence.isProof();
    }

    Optional<Finding.Deadlock> deadlock() {
        return deadlock;
    }

    Optional<Finding.Stuck> stuck() {
        return stuck;
    }

    /** What the scenario itself demanded in vain. */
    Optional<CheckFailure> failure() {
        return failed.stream()
                .map(Failed::thrown)
                .filter(CheckFailure.class::isInstance)
                .map(CheckFailure.class::cast)
                .findFirst();
    }

    Optional<Finding.Threw> threw() {
        return failed.stream()
                .filter(failure -> !(failure.thrown() instanceof CheckFailure))
                .findFirst()
                .map(failure -> new Finding.Threw(
                        failure.party(), failure.thrown().toString(), place(failure.thrown()), story));
    }

    private static Optional<Place> place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .map(Frame::of)
                .filter(frame -> frame.isLearners() && frame.line() > 0)
                .findFirst()
                .map(Place::of);
    }

    Diagnosis diagnosis(Finding finding) {
        return scenario == null ? finding.diagnosis() : scenario.diagnose(finding);
    }
}
