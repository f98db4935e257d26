package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Deed;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.concurrency.WatchedJob.Begun;
import twostoves.checks.concurrency.WatchedJob.Plan;
import twostoves.contract.BackgroundJobsContract;
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
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.Simulation;

/** What is demanded of {@code background-jobs}. */
@Grades(id = "background-jobs", number = 9, track = Track.CONCURRENCY, contract = BackgroundJobsContract.class)
public abstract class BackgroundJobsChecks {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** No run of these checks is longer, so that each is one step of the clock. */
    private static final Settings SETTINGS = Settings.STANDARD.quantum(Duration.ofHours(1));

    /** Waiting for time is what this exercise is about, so it may be slept. */
    private static final Rulebook RULES = new Rulebook().without(LearnerRules.NO_SLEEP);

    /** A schedule that was made, watched, closed, and watched again. */
    private record Watched(Deed<AutoCloseable> every, WatchedJob job, Optional<Deed<Void>> close) {

        List<Begun> runs() {
            return job.runs();
        }

        /** How many runs had begun when it was closed. */
        List<Begun> runsBeforeClose() {
            long closed = close.orElseThrow().begunAt();
            return runs().stream().filter(run -> run.at() <= closed).toList();
        }
    }

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<BackgroundJobsContract> subject) {
        RULES.check(subject);
    }

    @Check(
            id = "on-time",
            kind = Kind.TIME,
            points = 2,
            needs = {"keeps-the-rules"})
    @Order(2)
    @DisplayName("returns at once, and begins a run in every period, however long the runs are")
    void onTime(Subject<BackgroundJobsContract> subject, Exhibit exhibit, RandomGenerator random) {
        int tenths = random.nextInt(2, 5);
        Plan plan = Plan.of(number -> Duration.ofMillis(100L * tenths + 50L * number));
        Run<Watched> run = watch(subject, SETTINGS, plan, Duration.ofMillis(5_900), Duration.ofMillis(100));
        String caption = "a period of 1 s";
        Watched watched = valueOf(subject, run, caption);
        demandBackground(watched);
        demandTimetable(watched, 5, Endings.picture(run, caption));
        exhibit.show(new Picture(caption, run.timeline(), Optional.empty()));
        demandPeriod(subject);
    }

    @Check(
            id = "no-overlap",
            kind = Kind.TIME,
            points = 1,
            needs = {"on-time"})
    @Order(3)
    @DisplayName("never runs the job twice at the same time")
    void noOverlap(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(number == 1 ? 2_500 : 100));
        Run<Watched> run = watch(subject, SETTINGS, plan, Duration.ofMillis(7_850), Duration.ofMillis(100));
        String caption = "a run of 2.5 s, and a period of 1 s";
        List<Begun> runs = valueOf(subject, run, caption).runsBeforeClose();
        Picture picture = Endings.picture(run, caption);
        demandSome(runs);
        for (int i = 1; i < runs.size(); i++) {
            Begun before = runs.get(i - 1);
            if (runs.get(i).at() < before.end()) {
                throw CheckFailure.measured(
                                Diagnosis.RUNS_OVERLAP,
                                "Run " + i + " lasted from " + Times.ofNanos(before.at()) + " to "
                                        + Times.ofNanos(before.end()) + ", and run " + (i + 1) + " began at "
                                        + Times.ofNanos(runs.get(i).at()) + ".")
                        .showing(picture);
            }
            long latest = Math.max(before.end() + PERIOD.toNanos(), before.at() + 2 * PERIOD.toNanos());
            if (runs.get(i).at() > latest) {
                throw late(i, before, Times.ofNanos(runs.get(i).at())).showing(picture);
            }
        }
        if (runs.getLast().at() < Duration.ofMillis(5_800).toNanos()) {
            throw late(runs.size(), runs.getLast(), "never again").showing(picture);
        }
        if (runs.size() > 7) {
            throw CheckFailure.measured(
                            Diagnosis.WRONG_VALUES,
                            "In 7 periods the job ran " + runs.size() + " times, though one run was longer than 2.")
                    .showing(picture);
        }
    }

    @Check(
            id = "survives-failure",
            kind = Kind.EDGES,
            points = 1,
            needs = {"on-time"})
    @Order(4)
    @DisplayName("goes on after a run that throws")
    void survivesFailure(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(200)).failing(number -> number == 2 || number == 3);
        Run<Watched> run = watch(subject, SETTINGS, plan, Duration.ofMillis(5_500), Duration.ofSeconds(4));
        String caption = "runs 2 and 3 throw";
        Watched watched = valueOf(subject, run, caption);
        int count = watched.runsBeforeClose().size();
        if (count < 5) {
            throw CheckFailure.measured(
                            Diagnosis.FAILURE_ENDS_SCHEDULE,
                            "Run 2 threw an exception, and in 5 periods the job ran " + count + " times instead of 5.")
                    .showing(Endings.picture(run, caption));
        }
        demandTimetable(watched, 5, Endings.picture(run, caption));
        demandClosed(watched, Duration.ofMillis(5_500), Endings.picture(run, caption));
    }

    @Check(
            id = "close-waits",
            kind = Kind.TIME,
            points = 2,
            needs = {"on-time"})
    @Order(5)
    @DisplayName("close() ends this schedule and no other, and waits for a run that is under way")
    void closeWaits(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(400));
        demandClosed(subject, plan, Duration.ofMillis(2_600), Duration.ofMillis(2_600), "closed between two runs");
        demandClosed(subject, plan, Duration.ofMillis(2_150), Duration.ofMillis(2_400), "closed during a run");
        demandClosed(subject, plan, Duration.ofMillis(600), Duration.ofMillis(600), "closed before the first run");
        Plan longer = Plan.of(number -> Duration.ofMillis(2_500));
        demandClosed(
                subject,
                longer,
                Duration.ofMillis(3_200),
                Duration.ofMillis(3_500),
                "closed during a run that is longer than 2 periods");
        demandIndependence(subject);
    }

    @Check(
            id = "nothing-left-running",
            kind = Kind.THREADS,
            points = 1,
            needs = {"close-waits"})
    @Order(6)
    @DisplayName("leaves nothing running once it is closed")
    void nothingLeftRunning(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(400));
        for (int millis : List.of(600, 2_150)) {
            Run<Watched> run = watch(
                    subject, SETTINGS.findingLeftovers(), plan, Duration.ofMillis(millis), Duration.ofMillis(300));
            valueOf(subject, run, "closed after " + millis + " ms");
            Leftovers.demandNone(run, "close()");
        }
    }

    @Check(
            id = "close-again",
            kind = Kind.EDGES,
            points = 1,
            needs = {"close-waits"})
    @Order(7)
    @DisplayName("can be closed twice, and by a thread that is interrupted")
    void closeAgain(Subject<BackgroundJobsContract> subject, RandomGenerator random) {
        demandClosedTwice(subject);
        demandInterruptKept(subject);
        Schedules.explore(subject, ThreeRuns.class, random);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("refuses null and a period that is not positive")
    void arguments(Subject<BackgroundJobsContract> subject) {
        new Arguments<BackgroundJobsContract>()
                .mustThrow(NullPointerException.class, "every(null, job)", (jobs, world) -> jobs.every(null, () -> {}))
                .mustThrow(NullPointerException.class, "every(PT1S, null)", (jobs, world) -> jobs.every(PERIOD, null))
                .mustThrow(
                        IllegalArgumentException.class,
                        "every(PT0S, job)",
                        (jobs, world) -> jobs.every(Duration.ZERO, () -> {}))
                .mustThrow(
                        IllegalArgumentException.class,
                        "every(PT-1S, job)",
                        (jobs, world) -> jobs.every(Duration.ofSeconds(-1), () -> {}))
                .check(subject);
    }

    // ---- runs ----------------------------------------------------------------------------------------------------

    /** Makes a schedule, closes it at a given time, and goes on watching for some time. */
    private static Run<Watched> watch(
            Subject<BackgroundJobsContract> subject, Settings settings, Plan plan, Duration until, Duration longer) {
        return subject.run(settings, (jobs, simulation) -> {
            Watched open = begin(jobs, simulation, plan);
            simulation.sleep(until);
            Watched closed = close(open, simulation);
            simulation.sleep(longer);
            return closed;
        });
    }

    private static Watched begin(BackgroundJobsContract jobs, Simulation simulation, Plan plan) {
        return begin(jobs, simulation, PERIOD, plan);
    }

    private static Watched begin(BackgroundJobsContract jobs, Simulation simulation, Duration period, Plan plan) {
        WatchedJob job = new WatchedJob(simulation, plan);
        return new Watched(Deed.start(simulation, () -> jobs.every(period, job)), job, Optional.empty());
    }

    /** Closes a schedule if it was made at all; throws what was thrown when it was to be made. */
    private static Watched close(Watched open, Simulation simulation) throws Exception {
        if (open.every().failure().isPresent()) {
            throw open.every().failure().get() instanceof Exception failure
                    ? failure
                    : new IllegalStateException(open.every().failure().get());
        }
        return new Watched(
                open.every(),
                open.job(),
                open.every()
                        .value()
                        .map(schedule -> Deed.start(simulation, () -> {
                            schedule.close();
                            return null;
                        })));
    }

    private static Watched valueOf(Subject<?> subject, Run<Watched> run, String caption) {
        Watched watched = Endings.valueOf(run, subject.exercise(), caption);
        if (watched.every().ended() && watched.every().value().isEmpty()) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "Your method returned null.");
        }
        return watched;
    }

    // ---- demands -------------------------------------------------------------------------------------------------

    private static void demandBackground(Watched watched) {
        Deed<?> every = watched.every();
        boolean ranThere = watched.runs().stream().anyMatch(run -> every.isOf(run.thread()));
        if (!every.ended() || every.endedAt() > 0 || ranThere) {
            String how = !every.ended()
                    ? "had not returned after 5.9 s"
                    : ranThere
                            ? "ran the job on the thread that called it"
                            : "returned only after " + Times.ofNanos(every.endedAt());
            throw CheckFailure.measured(Diagnosis.BLOCKS_ITS_CALLER, "every(…) " + how + ".");
        }
    }

    private static void demandTimetable(Watched watched, int count, Picture picture) {
        List<Begun> runs = watched.runsBeforeClose();
        demandSome(runs);
        for (int i = 1; i < runs.size(); i++) {
            long between = runs.get(i).at() - runs.get(i - 1).at();
            if (between > PERIOD.toNanos() && between < 2 * PERIOD.toNanos()) {
                throw CheckFailure.measured(
                                Diagnosis.SCHEDULE_DRIFTS,
                                "Run " + i + " began at "
                                        + Times.ofNanos(runs.get(i - 1).at()) + " and run " + (i + 1) + " at "
                                        + Times.ofNanos(runs.get(i).at()) + ": "
                                        + Times.ofNanos(between) + " later instead of "
                                        + Times.ofNanos(PERIOD.toNanos()) + ".")
                        .showing(picture);
            }
        }
        List<String> begins = runs.stream().map(run -> Times.ofNanos(run.at())).toList();
        List<String> due = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            due.add(Times.ofNanos(number * PERIOD.toNanos()));
        }
        if (!begins.equals(due)) {
            throw CheckFailure.measured(
                            Diagnosis.WRONG_VALUES,
                            "The runs are to begin at " + String.join(", ", due) + ". Yours began at "
                                    + String.join(", ", begins) + ".")
                    .showing(picture);
        }
    }

    private static void demandSome(List<Begun> runs) {
        if (runs.isEmpty()) {
            throw CheckFailure.measured(Diagnosis.WRONG_VALUES, "In 5 periods the job did not run at all.");
        }
    }

    private static CheckFailure late(int number, Begun run, String next) {
        return CheckFailure.measured(
                Diagnosis.SCHEDULE_DRIFTS,
                "Run " + number + " began at " + Times.ofNanos(run.at()) + " and ended at " + Times.ofNanos(run.end())
                        + ". The next one began " + (next.startsWith("never") ? next : "at " + next) + ".");
    }

    private static void demandClosed(
            Subject<BackgroundJobsContract> subject, Plan plan, Duration at, Duration due, String caption) {
        Run<Watched> run = watch(subject, SETTINGS, plan, at, Duration.ofSeconds(4));
        demandClosed(valueOf(subject, run, caption), due, Endings.picture(run, caption));
    }

    /** Demands that a schedule was closed at a given time and not otherwise. */
    private static void demandClosed(Watched watched, Duration due, Picture picture) {
        Deed<Void> close = watched.close().orElseThrow();
        close.failure().ifPresent(failure -> {
            throw Endings.unexpected(failure).showing(picture);
        });
        demandNoRunAfter(watched, picture);
        if (!close.ended()) {
            throw CheckFailure.measured(
                            Diagnosis.NEVER_RETURNS,
                            "close() was called at " + Times.ofNanos(close.begunAt())
                                    + " and had not returned 4 periods later.")
                    .showing(picture);
        }
        String called = "close() was called at " + Times.ofNanos(close.begunAt()) + " and returned at "
                + Times.ofNanos(close.endedAt());
        if (close.endedAt() < due.toNanos()) {
            throw CheckFailure.measured(
                            Diagnosis.RETURNS_EARLY,
                            called + ", while a run was under way that lasted until " + Times.ofNanos(due.toNanos())
                                    + ".")
                    .showing(picture);
        }
        if (close.endedAt() > due.toNanos()) {
            throw CheckFailure.measured(
                            Diagnosis.SLOW_TO_CLOSE,
                            called + ". There was nothing to wait for after " + Times.ofNanos(due.toNanos()) + ".")
                    .showing(picture);
        }
    }

    private static void demandNoRunAfter(Watched watched, Picture picture) {
        List<Begun> runs = watched.runs();
        int before = watched.runsBeforeClose().size();
        if (runs.size() > before) {
            throw CheckFailure.measured(
                            Diagnosis.RUNS_AFTER_CLOSE,
                            "close() was called at "
                                    + Times.ofNanos(
                                            watched.close().orElseThrow().begunAt()) + ", and run "
                                    + (before + 1) + " began at "
                                    + Times.ofNanos(runs.get(before).at()) + ".")
                    .showing(picture);
        }
    }

    /** Demands that the period is not taken for a number of seconds. */
    private static void demandPeriod(Subject<BackgroundJobsContract> subject) {
        Duration period = Duration.ofMillis(1_250);
        Plan plan = Plan.of(number -> Duration.ofMillis(100));
        Run<Watched> run = subject.run(SETTINGS, (jobs, simulation) -> {
            Watched open = begin(jobs, simulation, period, plan);
            simulation.sleep(Duration.ofMillis(4_000));
            Watched closed = close(open, simulation);
            simulation.sleep(Duration.ofMillis(100));
            return closed;
        });
        String caption = "a period of 1.25 s";
        List<Long> begins = valueOf(subject, run, caption).runsBeforeClose().stream()
                .map(Begun::at)
                .toList();
        List<Long> due = List.of(period.toNanos(), 2 * period.toNanos(), 3 * period.toNanos());
        if (!begins.equals(due)) {
            throw CheckFailure.measured(
                            Diagnosis.WRONG_VALUES,
                            "With a period of 1.25 s the runs are to begin at " + times(due) + ". Yours began at "
                                    + times(begins) + ".")
                    .showing(Endings.picture(run, caption));
        }
    }

    private static String times(List<Long> instants) {
        return instants.isEmpty()
                ? "no time at all"
                : String.join(", ", instants.stream().map(Times::ofNanos).toList());
    }

    /** Two schedules of one object, whose runs begin at the same time; one of them is closed. */
    private static void demandIndependence(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(200));
        Subject.Observed<Watched> observed = subject.observeSharing(SETTINGS, (jobs, simulation) -> {
            Watched first = begin(jobs, simulation, plan);
            simulation.letOthersCatchUp();
            Watched second = begin(jobs, simulation, plan);
            simulation.sleep(Duration.ofMillis(2_500));
            close(first, simulation);
            simulation.sleep(Duration.ofMillis(3_000));
            Watched closed = close(second, simulation);
            simulation.sleep(Duration.ofMillis(100)); // it is closed on a thread of its own
            return closed;
        });
        String caption = "two schedules, one of them closed after 2.5 s";
        // a race first, because what it spoils elsewhere is left to chance
        Races.demandNone(observed.races());
        Watched second = valueOf(subject, observed.run(), caption);
        int count = second.runs().size();
        if (count != 5) {
            throw CheckFailure.measured(
                            Diagnosis.SHARED_BETWEEN_CALLS,
                            "One of two schedules was closed after 2.5 s. The other one was to run 5 times in 5.5 s, and ran "
                                    + count + " times.")
                    .showing(Endings.picture(observed.run(), caption));
        }
    }

    private static void demandClosedTwice(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(400));
        Run<Watched> run = subject.run(SETTINGS, (jobs, simulation) -> {
            Watched open = begin(jobs, simulation, plan);
            simulation.sleep(Duration.ofMillis(1_600));
            close(open, simulation);
            simulation.sleep(Duration.ofMillis(100));
            Watched again = close(open, simulation);
            simulation.sleep(Duration.ofSeconds(4));
            return again;
        });
        String caption = "closed twice";
        demandClosed(valueOf(subject, run, caption), Duration.ofMillis(1_700), Endings.picture(run, caption));
    }

    private static void demandInterruptKept(Subject<BackgroundJobsContract> subject) {
        Plan plan = Plan.of(number -> Duration.ofMillis(400));
        Run<Watched> run = subject.run(SETTINGS.findingLeftovers(), (jobs, simulation) -> {
            Watched open = begin(jobs, simulation, plan);
            simulation.sleep(Duration.ofMillis(2_150));
            Watched closing = close(open, simulation);
            closing.close().ifPresent(close -> simulation.after(Duration.ofMillis(100), close::interrupt));
            simulation.sleep(Duration.ofSeconds(4));
            return closing;
        });
        String caption = "interrupted after 2.25 s, while close() waits for a run";
        Watched watched = valueOf(subject, run, caption);
        Picture picture = Endings.picture(run, caption);
        Deed<Void> close = watched.close().orElseThrow();
        demandNoRunAfter(watched, picture);
        boolean thrown =
                close.failure().filter(InterruptedException.class::isInstance).isPresent();
        if (!thrown && !close.interruptedAtEnd()) {
            close.failure().ifPresent(failure -> {
                throw Endings.unexpected(failure).showing(picture);
            });
            throw CheckFailure.measured(
                            close.ended() ? Diagnosis.INTERRUPT_SWALLOWED : Diagnosis.NEVER_RETURNS,
                            "A thread was interrupted while close() waited for a run. close() "
                                    + (close.ended()
                                            ? "returned, and the thread's interrupt flag is clear: nobody will ever know."
                                            : "had not returned 4 periods later."))
                    .showing(picture);
        }
        Leftovers.demandNone(run, "close()");
    }

    /** A job that runs three times in real time, watched for data races: the latch is ours, and the watch does not look at it. */
    static final class ThreeRuns extends Call<BackgroundJobsContract> {
        private static final Duration PERIOD = Duration.ofMillis(2);

        @Override
        protected void call(BackgroundJobsContract learners, RandomGenerator random) throws Exception {
            CountDownLatch runs = new CountDownLatch(3);
            AutoCloseable jobs = learners.every(PERIOD, runs::countDown);
            runs.await();
            jobs.close();
        }
    }
}
