package twostoves.checks.concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Failures;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.contract.FastestMirrorContract;
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
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;

/** What is demanded of {@code fastest-mirror}. */
@Grades(id = "fastest-mirror", number = 7, track = Track.CONCURRENCY, contract = FastestMirrorContract.class)
public abstract class FastestMirrorChecks {

    private static final String METHOD = "fetchFastest";

    /** More than any pool of a size that one would guess. */
    private static final int MANY = 60;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<FastestMirrorContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "first-success", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("returns the answer of the first mirror that succeeds")
    void firstSuccess(Subject<FastestMirrorContract> subject, RandomGenerator random) {
        demandAnswer(subject, Mirrors.of(random, -4, 2, 1, 3));
        demandAnswer(subject, Mirrors.of(random, 5, -1, 3, -2));
        demandAnswer(subject, Mirrors.of(random, -2, -1, 3));
        demandAnswer(subject, Mirrors.of(random, -1, 2, 3).answeringNothing(1));
        demandAnswer(subject, Mirrors.of(random, 2));
        Schedules.explore(subject, FourMirrors.class, random);
    }

    @Check(
            id = "at-once",
            kind = Kind.TIME,
            points = 3,
            needs = {"keeps-the-rules", "first-success"})
    @Order(3)
    @DisplayName("asks all mirrors at once and returns the moment the first one succeeds")
    void atOnce(Subject<FastestMirrorContract> subject, Exhibit exhibit, RandomGenerator random) {
        exhibit.show(demandAtOnce(subject, Mirrors.of(random, 3, 1, 4)));
        demandAtOnce(subject, Mirrors.of(random, 5, -1, 3, -2));
        int[] many = new int[MANY];
        Arrays.fill(many, 5);
        many[MANY - 1] = 1;
        demandAtOnce(subject, Mirrors.of(random, many));
    }

    @Check(
            id = "losers-interrupted",
            kind = Kind.THREADS,
            points = 1,
            needs = {"at-once"})
    @Order(4)
    @DisplayName("interrupts the other requests and leaves nothing running")
    void losersInterrupted(Subject<FastestMirrorContract> subject, RandomGenerator random) {
        Mirrors mirrors = Mirrors.of(random, 3, 1, -2, 4);
        for (Subject.Use<FastestMirrorContract, String> use : List.of(mirrors.use(), mirrors.useEndingLast())) {
            Subject.Observed<String> observed = subject.observe(Settings.STANDARD.findingLeftovers(), use);
            Endings.valueOf(observed.run(), subject.exercise(), mirrors.caption());
            demandNothingLeft(observed, mirrors, mirrors.winner().orElseThrow() + " had answered");
        }
    }

    @Check(
            id = "all-fail",
            kind = Kind.EDGES,
            points = 1,
            needs = {"first-success"})
    @Order(5)
    @DisplayName("throws one IOException with every failure suppressed if all mirrors fail")
    void allFail(Subject<FastestMirrorContract> subject, RandomGenerator random) {
        demandNoRace(subject, Mirrors.of(random, -1, -1, -1, -1));
        demandAllFailures(subject, Mirrors.of(random, -2, -3, -1));
        demandAllFailures(subject, Mirrors.of(random, -1));
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"at-once"})
    @Order(6)
    @DisplayName("ends at once when it is interrupted, and interrupts all requests")
    void interruption(Subject<FastestMirrorContract> subject, RandomGenerator random) {
        Duration instant = Duration.ofSeconds(1);
        Mirrors mirrors = Mirrors.of(random, 3, 4, -5);
        Subject.Observed<String> observed = subject.observe(
                Settings.STANDARD.interruptCallerAt(instant).findingLeftovers(), mirrors.useEndingLast());
        Run<String> run = observed.run();
        String event = "The calling thread was interrupted after 1 s";
        Endings.demandEnd(run, subject.exercise(), event);
        Failures.demandInterruptKept(run, "after 1 s, while 3 requests were in flight");
        if (run.timeline().makespan() != instant.toNanos()) {
            String outcome = "your method ended only after "
                    + Times.ofNanos(run.timeline().makespan());
            throw notCancelled(observed, event, outcome)
                    .showing(new Picture(event, run.timeline(), Optional.of(instant.toNanos()))
                            .beside(Plan.together(mirrors.tasks()).cutAt(instant.toNanos())));
        }
        if (run.end() == Run.End.RETURNED) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    event + ", when no mirror had answered, and your method returned "
                            + run.value().map(value -> "\"" + value + "\"").orElse("null") + ".");
        }
        demandNothingLeft(observed, mirrors, event);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(7)
    @DisplayName("refuses an empty list, and null")
    void arguments(Subject<FastestMirrorContract> subject, RandomGenerator random) {
        Mirrors one = Mirrors.of(random, 1);
        new Arguments<FastestMirrorContract>()
                .mustThrow(
                        IllegalArgumentException.class,
                        "fetchFastest(List.of(), api)",
                        (fastest, world) -> fastest.fetchFastest(List.of(), new SimulatedApi(world, one.replies())))
                .mustThrow(
                        NullPointerException.class,
                        "fetchFastest(null, api)",
                        (fastest, world) -> fastest.fetchFastest(null, new SimulatedApi(world, one.replies())))
                .mustThrow(
                        NullPointerException.class,
                        "fetchFastest(mirrors, null)",
                        (fastest, world) -> fastest.fetchFastest(one.paths(), null))
                .check(subject);
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private static void demandAnswer(Subject<FastestMirrorContract> subject, Mirrors mirrors) {
        Run<String> run = subject.run(Settings.STANDARD, mirrors.use());
        String caption = mirrors.caption();
        Endings.demandEnd(run, subject.exercise(), caption);
        Askings.demandNoneTwice(run);
        demandNoFailureTaken(run, mirrors);
        String answer = Endings.valueOf(run, subject.exercise(), caption);
        if (answer.equals(mirrors.answer())) {
            return;
        }
        String winner = mirrors.winner().orElseThrow();
        Optional<String> taken = mirrors.mirrorOf(answer);
        String what = "The first mirror that succeeds is " + winner + ", after "
                + Times.ofNanos(mirrors.due().toNanos())
                + (mirrors.answer().isEmpty() ? ", and its answer is an empty text" : "") + ". Your answer is "
                + taken.map(mirror -> "that of " + mirror).orElse("\"" + answer + "\", which is no mirror's");
        if (!areAllAtOnce(run, mirrors)) {
            // which of them are asked first may be a matter of luck; that the answer was the wrong one is not
            CheckFailure late = explainLate(subject, mirrors);
            throw CheckFailure.proven(late.diagnosis(), what + ". " + late.getMessage())
                    .at(late.place())
                    .showing(late.picture().orElseThrow());
        }
        Optional<String> firstInList = mirrors.paths().stream()
                .filter(path -> mirrors.replies().get(path).answer().isPresent())
                .findFirst();
        // whoever waits in the order of the list has also waited for those before it
        boolean inListOrder = taken.isPresent()
                && taken.equals(firstInList)
                && mirrors.paths().stream()
                        .limit(mirrors.paths().indexOf(taken.get()) + 1L)
                        .allMatch(path -> mirrors.replies().get(path).latency().toNanos()
                                <= run.timeline().makespan());
        throw CheckFailure.proven(
                        inListOrder ? Diagnosis.WAITS_IN_LIST_ORDER : Diagnosis.WRONG_VALUES,
                        what + (inListOrder ? ", the first in the list." : "."))
                .showing(picture(run, mirrors));
    }

    /** A failure must not come out as long as another mirror may succeed. */
    private static void demandNoFailureTaken(Run<?> run, Mirrors mirrors) {
        long end = run.timeline().makespan();
        Optional<String> failed = mirrors.failedAt(end);
        if (failed.isPresent() && end < mirrors.due().toNanos()) {
            String outcome = run.failure()
                    .map(failure -> "threw " + Endings.describe(failure))
                    .orElse("returned");
            throw CheckFailure.proven(
                            Diagnosis.FIRST_COMPLETION_WINS,
                            failed.get() + " failed after " + Times.ofNanos(end)
                                    + ", and at that instant your method " + outcome + ". "
                                    + mirrors.winner().orElseThrow() + " would have answered after "
                                    + Times.ofNanos(mirrors.due().toNanos()) + ".")
                    .showing(picture(run, mirrors));
        }
    }

    // ---- time and threads ----------------------------------------------------------------------------------------

    private static Picture demandAtOnce(Subject<FastestMirrorContract> subject, Mirrors mirrors) {
        Subject.Observed<String> observed = subject.observe(Settings.STANDARD, mirrors.use());
        Run<String> run = observed.run();
        Endings.valueOf(run, subject.exercise(), mirrors.caption());
        Picture picture = picture(run, mirrors);
        if (run.timeline().makespan() == mirrors.due().toNanos()) {
            Failures.demandNoInterruptLeft(run);
            return picture;
        }
        if (!areAllAtOnce(run, mirrors)) {
            throw explainLate(subject, mirrors);
        }
        throw notCancelled(
                        observed,
                        mirrors.winner().orElseThrow() + " had answered after "
                                + Times.ofNanos(mirrors.due().toNanos()),
                        "your method returned only after "
                                + Times.ofNanos(run.timeline().makespan()))
                .showing(picture);
    }

    /**
     * Reports requests that went on although nobody wanted them any more.
     *
     * @param event after what
     * @param outcome what shows it
     */
    private static CheckFailure notCancelled(Subject.Observed<?> observed, String event, String outcome) {
        long vain = observed.vainCancels();
        return vain > 0
                ? CheckFailure.measured(
                        Diagnosis.CANCEL_WITHOUT_INTERRUPT,
                        event + ". You cancelled " + vain + (vain == 1 ? " future" : " futures")
                                + ", which interrupted nobody, and " + outcome + ".")
                : CheckFailure.measured(
                        Diagnosis.SIBLINGS_NOT_CANCELLED,
                        event + ", and " + outcome + ": the other requests were not interrupted.");
    }

    private static boolean areAllAtOnce(Run<?> run, Mirrors mirrors) {
        List<Span> spans = run.timeline().spans();
        return spans.size() == mirrors.paths().size() && spans.stream().allMatch(span -> span.start() == 0);
    }

    /** Explains why not all mirrors were asked at once. It shows best where all of them have to be asked. */
    private static CheckFailure explainLate(Subject<FastestMirrorContract> subject, Mirrors mirrors) {
        Mirrors failing = mirrors.allFailing();
        Subject.Observed<String> observed = subject.observe(Settings.STANDARD.lookingAround(), failing.use());
        Mirrors shown = failing;
        if (observed.run().timeline().spans().size() < mirrors.paths().size()) {
            observed = subject.observe(Settings.STANDARD.lookingAround(), mirrors.use());
            shown = mirrors;
        }
        return TooSlow.explain(
                        observed,
                        TooSlow.Things.REQUESTS,
                        shown.paths().size(),
                        shown.due().toNanos())
                .showing(picture(observed.run(), shown));
    }

    private static Picture picture(Run<?> run, Mirrors mirrors) {
        long due = mirrors.due().toNanos();
        return new Picture(mirrors.caption(), run.timeline(), Optional.of(due))
                .beside(Plan.together(mirrors.tasks()).cutAt(due));
    }

    private static void demandNothingLeft(Subject.Observed<?> observed, Mirrors mirrors, String event) {
        Run<?> run = observed.run();
        int pending = run.inFlightAtReturn();
        if (pending > 0) {
            String outcome = "when your method ended, " + pending + (pending == 1 ? " request was" : " requests were")
                    + " still in flight";
            throw notCancelled(observed, event, outcome).showing(Endings.picture(run, mirrors.caption()));
        }
        Leftovers.demandNone(run, METHOD);
    }

    // ---- failures ------------------------------------------------------------------------------------------------

    private static void demandNoRace(Subject<FastestMirrorContract> subject, Mirrors mirrors) {
        Subject.Observed<String> observed = subject.observeSharing(Settings.STANDARD, mirrors.use());
        Endings.demandEnd(observed.run(), subject.exercise(), "4 mirrors that fail at the same instant");
        Races.demandNone(observed.races());
    }

    private static void demandAllFailures(Subject<FastestMirrorContract> subject, Mirrors mirrors) {
        Subject.Observed<String> observed = subject.observe(Settings.STANDARD.findingLeftovers(), mirrors.use());
        Run<String> run = observed.run();
        Endings.demandEnd(run, subject.exercise(), mirrors.caption());
        int count = mirrors.paths().size();
        String all = count == 1 ? "The only mirror failed" : "All " + count + " mirrors failed";
        if (run.failure().isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.SWALLOWED_FAILURE,
                    all + ", and your method returned "
                            + run.value().map(value -> "\"" + value + "\"").orElse("null") + ".");
        }
        Throwable thrown = run.failure().get();
        if (!(thrown instanceof IOException)) {
            throw CheckFailure.proven(
                            Diagnosis.WRAPPED_FAILURE,
                            all + ": an IOException is due, but your method threw " + Endings.describe(thrown) + ".")
                    .at(Endings.placeOf(thrown));
        }
        demandAllSuppressed(thrown, mirrors.failures(), all);
        demandNothingLeft(observed, mirrors, all);
    }

    private static void demandAllSuppressed(Throwable thrown, List<IOException> failures, String all) {
        List<Throwable> suppressed = List.of(thrown.getSuppressed());
        List<IOException> missing = failures.stream()
                .filter(failure -> failure != thrown && !suppressed.contains(failure))
                .toList();
        if (!missing.isEmpty()) {
            boolean wrapped = suppressed.stream().anyMatch(one -> missing.contains(one.getCause()));
            String carried = suppressed.isEmpty()
                    ? "none is suppressed in it."
                    : missing.size() + " of the failures " + (missing.size() == 1 ? "is" : "are")
                            + " not suppressed in it" + (wrapped ? ", only exceptions around them." : ".");
            throw CheckFailure.proven(
                            wrapped ? Diagnosis.WRAPPED_FAILURE : Diagnosis.FAILURES_LOST,
                            all + ". Your method threw " + Endings.describe(thrown) + ", and " + carried)
                    .at(Endings.placeOf(thrown));
        }
        if (failures.contains(thrown)) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    all + ". A new IOException is due, with every failure suppressed in it, but your method threw the"
                            + " failure of one mirror itself: " + Endings.describe(thrown) + ".");
        }
        if (suppressed.size() != failures.size()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    all + ", and " + suppressed.size() + " exceptions are suppressed in yours; each failure is to be"
                            + " there once.");
        }
    }

    /** Four mirrors, two of which fail, watched for data races. */
    static final class FourMirrors extends Call<FastestMirrorContract> {
        @Override
        protected void call(FastestMirrorContract learners, RandomGenerator random)
                throws IOException, InterruptedException {
            learners.fetchFastest(List.of("down-1", "up-1", "down-2", "up-2"), mirror -> {
                if (mirror.startsWith("down")) {
                    throw new IOException(mirror);
                }
                return "the answer of " + mirror;
            });
        }
    }
}
