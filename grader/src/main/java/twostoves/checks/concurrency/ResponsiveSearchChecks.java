package twostoves.checks.concurrency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.concurrency.Typing.Query;
import twostoves.checks.concurrency.Typing.Shown;
import twostoves.contract.ResponsiveSearchContract;
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
import twostoves.kit.SearchBox;
import twostoves.races.Call;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.simulation.SimulatedApi;
import twostoves.simulation.Simulation;

/** What is demanded of {@code responsive-search}. */
@Grades(id = "responsive-search", number = 10, track = Track.CONCURRENCY, contract = ResponsiveSearchContract.class)
public abstract class ResponsiveSearchChecks {

    /** More keys than any pool has threads of which one would think that they are enough. */
    private static final int MANY_KEYS = 40;

    private static final Settings SETTINGS = Settings.STANDARD.quantum(Duration.ofSeconds(10));

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<ResponsiveSearchContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "shows-answers", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("asks for each query and shows its answer")
    void showsAnswers(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        Typing typing = unhurried(random);
        Run<Boolean> run = play(subject, SETTINGS, typing, 5_000, "3 queries, each typed when the last is answered");
        typing.askedElsewhere().stream().findFirst().ifPresent(path -> {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "You asked the service for " + path + "; for the query \""
                            + typing.queries().getFirst().text() + "\" it is to be "
                            + typing.queries().getFirst().path() + ".");
        });
        ShownAnswers.demandEachAskedOnce(typing, run);
        ShownAnswers.demandAnswersOnly(typing);
        ShownAnswers.demandAllDue(typing);
    }

    @Check(
            id = "never-keeps-ui-waiting",
            kind = Kind.TIME,
            points = 1,
            needs = {"shows-answers"})
    @Order(3)
    @DisplayName("never keeps the UI thread waiting")
    void neverKeepsUiWaiting(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        demandNotWaiting(subject, unhurried(random), 5_000, "3 queries, each typed when the last is answered");
        Typing typing = new Typing(random)
                .type(0, "ri", 3_000)
                .type(1_000, "rice", 3_000)
                .type(2_000, "ricecake", 3_000)
                .close(2_500);
        demandNotWaiting(subject, typing, 6_000, "3 queries of 3 s each, the box closed after 2.5 s");
    }

    @Check(
            id = "shows-on-ui-thread",
            kind = Kind.THREADS,
            points = 1,
            needs = {"never-keeps-ui-waiting"})
    @Order(4)
    @DisplayName("shows answers on the UI thread and nowhere else")
    void showsOnUiThread(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        Typing typing = unhurried(random);
        play(subject, SETTINGS, typing, 5_000, "3 queries, each typed when the last is answered");
        typing.shown().stream().filter(shown -> !shown.onUiThread()).findFirst().ifPresent(shown -> {
            throw CheckFailure.measured(
                    Diagnosis.SHOWN_OFF_UI_THREAD,
                    "The answer \"" + shown.text() + "\" was shown by a thread of yours, not by the UI thread.");
        });
    }

    @Check(
            id = "asks-at-once",
            kind = Kind.TIME,
            points = 1,
            needs = {"keeps-the-rules", "shows-on-ui-thread"})
    @Order(5)
    @DisplayName("asks for the newest query at once, whatever else is on its way")
    void asksAtOnce(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        Typing typing = new Typing(random);
        String text = "b";
        for (int i = 1; i < MANY_KEYS; i++) {
            typing.type(i * 100L, text, 60_000);
            text += (char) ('a' + i % 26);
        }
        typing.type(MANY_KEYS * 100L, text, 300).close(MANY_KEYS * 100L + 1_000);
        String caption = MANY_KEYS + " keys in "
                + Times.ofNanos(Duration.ofMillis(MANY_KEYS * 100L).toNanos());
        Run<Boolean> run = play(subject, SETTINGS, typing, MANY_KEYS * 100L + 1_000, caption);
        ShownAnswers.demandInTime(typing, run, caption);
    }

    @Check(
            id = "newest-wins",
            kind = Kind.VALUES,
            points = 2,
            needs = {"shows-on-ui-thread"})
    @Order(6)
    @DisplayName("never lets an answer to an older query replace one to a newer")
    void newestWins(Subject<ResponsiveSearchContract> subject, Exhibit exhibit, RandomGenerator random) {
        String overtaken = "\"pa\" and \"past\" are answered after \"pasta\", which was typed later";
        Typing typing = new Typing(random)
                .type(0, "pa", 3_000)
                .type(500, "past", 3_000)
                .type(1_000, "pasta", 1_000)
                .close(4_000);
        exhibit.show(demandNewestWins(subject, typing, overtaken));

        demandNoRace(subject, random);

        String late = "\"pa\" is answered first, and then held up for 3 s on its way to the UI thread";
        Typing heldUp = new Typing(random)
                .type(0, "pa", 1_000)
                .slowToHandIn("pa", 3_000)
                .type(1_500, "pasta", 1_000)
                .close(6_000);
        demandNewestWins(subject, heldUp, late);
        Schedules.explore(subject, TwoQueries.class, random);
    }

    @Check(
            id = "nothing-after-close",
            kind = Kind.EDGES,
            points = 1,
            needs = {"shows-on-ui-thread"})
    @Order(7)
    @DisplayName("shows nothing and leaves nothing running after close")
    void nothingAfterClose(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        Typing pending = new Typing(random)
                .type(0, "br", 3_000)
                .type(1_000, "bread", 4_000)
                .close(2_000)
                .type(2_500, "breadcrumbs", 1_000)
                .close(3_000);
        Run<Boolean> run =
                demandNothingAfterClose(subject, pending, 6_000, "closed after 2 s, and answers due after 3 s and 5 s");
        run.timeline().spans().stream()
                .filter(span -> span.label().equals(pending.queries().getLast().path()))
                .findFirst()
                .ifPresent(span -> {
                    throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            "\"breadcrumbs\" was typed after close(), and you asked the service for it.");
                });

        Typing handedIn = new Typing(random).type(0, "br", 1_000).busyThenClose(500, 1_500);
        demandNothingAfterClose(
                subject,
                handedIn,
                3_000,
                "the answer arrives after 1 s, while the UI thread is busy with something else; at 2 s it calls close()");

        demandNothingLeft(subject, random);
    }

    @Check(
            id = "failure",
            kind = Kind.EDGES,
            points = 1,
            needs = {"shows-on-ui-thread"})
    @Order(8)
    @DisplayName("shows nothing for a request that fails, and goes on")
    void failure(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        String caption = "the first and the third request fail";
        Typing typing = new Typing(random)
                .typeInVain(0, "eg", 1_000)
                .type(2_000, "egg", 1_000)
                .typeInVain(4_000, "eggs", 1_500)
                .type(5_000, "eggplant", 1_000)
                .close(7_000);
        Run<Boolean> run = play(subject, SETTINGS, typing, 7_000, caption);
        ShownAnswers.demandAnswersOnly(typing);
        ShownAnswers.missing(typing).ifPresent(query -> {
            throw CheckFailure.proven(
                            Diagnosis.FAILURE_STOPS_OTHERS,
                            "The request for \"eg\" failed, and after that the answer to \"" + query.text()
                                    + "\", which did not fail, was never shown.")
                    .showing(Endings.picture(run, caption));
        });
        ShownAnswers.demandEachAskedOnce(typing, run);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(9)
    @DisplayName("refuses null")
    void arguments(Subject<ResponsiveSearchContract> subject) {
        new Arguments<ResponsiveSearchContract>()
                .mustThrow(
                        NullPointerException.class,
                        "open(null, ui, show)",
                        (search, world) -> search.open(null, task -> {}, text -> {}))
                .mustThrow(
                        NullPointerException.class,
                        "open(api, null, show)",
                        (search, world) -> search.open(api(world), null, text -> {}))
                .mustThrow(
                        NullPointerException.class,
                        "open(api, ui, null)",
                        (search, world) -> search.open(api(world), task -> {}, null))
                .mustThrow(NullPointerException.class, "typed(null)", (search, world) -> {
                    try (SearchBox box = search.open(api(world), task -> {}, text -> {})) {
                        box.typed(null);
                    }
                    return true;
                })
                .check(subject);
    }

    private static SimulatedApi api(Simulation world) {
        return new SimulatedApi(world, Map.of());
    }

    /** Nobody types before the last answer is there. */
    private static Typing unhurried(RandomGenerator random) {
        return new Typing(random)
                .type(0, "to", 1_000)
                .type(2_000, "tomato", 500)
                .type(3_000, "tomatoes", 1_500)
                .close(5_000);
    }

    private static Run<Boolean> play(
            Subject<ResponsiveSearchContract> subject,
            Settings settings,
            Typing typing,
            long endMillis,
            String caption) {
        Run<Boolean> run = subject.run(settings, (search, simulation) -> typing.until(endMillis, search, simulation));
        Endings.valueOf(run, subject.exercise(), caption);
        return run;
    }

    private static void demandNotWaiting(
            Subject<ResponsiveSearchContract> subject, Typing typing, long endMillis, String caption) {
        Run<Boolean> run = play(subject, SETTINGS, typing, endMillis, caption);
        Optional<UiThread.Held> held = typing.held().stream().findFirst();
        if (held.isPresent()) {
            Optional<Span> own = run.timeline().spans().stream()
                    .filter(span -> span.thread().isCaller())
                    .filter(span -> span.start() >= held.get().start()
                            && span.end() <= held.get().end())
                    .findFirst();
            String why = own.map(span -> ", because it waited for " + span.label() + " itself")
                    .orElse("");
            throw CheckFailure.measured(
                            Diagnosis.UI_THREAD_KEPT_WAITING,
                            "The UI thread stood still from "
                                    + Times.ofNanos(held.get().start()) + " to "
                                    + Times.ofNanos(held.get().end()) + ", in "
                                    + held.get().what() + why + ". Nobody could type or click meanwhile.")
                    .showing(Endings.picture(run, caption));
        }
    }

    private static Picture demandNewestWins(Subject<ResponsiveSearchContract> subject, Typing typing, String caption) {
        Run<Boolean> run = play(subject, SETTINGS, typing, typing.closedAt(), caption);
        Picture picture = Endings.picture(run, caption);
        ShownAnswers.demandAnswersOnly(typing);
        ShownAnswers.demandNewestLast(typing, picture);
        ShownAnswers.demandAllDue(typing);
        return picture;
    }

    /** Two answers arrive at the same instant. */
    private static void demandNoRace(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        Typing typing = new Typing(random)
                .type(0, "pa", 2_000)
                .type(500, "pasta", 1_500)
                .close(3_000);
        Subject.Observed<Boolean> observed =
                subject.observeSharing(SETTINGS, (search, simulation) -> typing.until(3_000, search, simulation));
        String caption = "\"pa\" and \"pasta\" are answered at the same instant";
        // a race first, because what it spoils elsewhere is left to chance
        Races.demandNone(observed.races());
        Endings.valueOf(observed.run(), subject.exercise(), caption);
        ShownAnswers.demandNewestLast(typing, Endings.picture(observed.run(), caption));
    }

    private static void demandNothingLeft(Subject<ResponsiveSearchContract> subject, RandomGenerator random) {
        String caption = "3 queries, the box closed while two of them are on their way";
        Typing typing = new Typing(random)
                .type(0, "so", 1_000)
                .type(2_000, "soup", 9_000)
                .type(3_000, "soups", 9_000)
                .close(4_000);
        Run<Boolean> run = play(subject, SETTINGS.findingLeftovers(), typing, 4_000, caption);
        int pending = run.inFlightAtReturn();
        if (pending > 0) {
            throw CheckFailure.measured(
                            Diagnosis.THREADS_LEFT_RUNNING,
                            "close() has returned, and " + pending
                                    + (pending == 1 ? " request is" : " requests are")
                                    + " still on the way: nobody has interrupted "
                                    + (pending == 1 ? "it." : "them."))
                    .showing(Endings.picture(run, caption));
        }
        Leftovers.demandNone(run, "close");
    }

    private static Run<Boolean> demandNothingAfterClose(
            Subject<ResponsiveSearchContract> subject, Typing typing, long endMillis, String caption) {
        Run<Boolean> run = play(subject, SETTINGS, typing, endMillis, caption);
        List<Shown> late = typing.shown().stream().filter(Shown::afterClose).toList();
        if (!late.isEmpty()) {
            throw CheckFailure.proven(
                            Diagnosis.SHOWN_AFTER_CLOSE,
                            "close() has returned, and after that, at "
                                    + Times.ofNanos(late.getFirst().at()) + ", the answer to \""
                                    + late.getFirst().query().map(Query::text).orElse("?")
                                    + "\" was shown: " + caption + ".")
                    .showing(Endings.picture(run, caption));
        }
        return run;
    }

    /** Two queries, typed and shown on the calling thread, watched for data races. */
    static final class TwoQueries extends Call<ResponsiveSearchContract> {
        private static final Duration QUIET = Duration.ofMillis(10);

        @Override
        protected void call(ResponsiveSearchContract learners, RandomGenerator random) throws InterruptedException {
            BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
            try (SearchBox box = learners.open(path -> "the answer to " + path, events::add, answer -> {})) {
                for (String query : List.of("pa", "pasta")) {
                    box.typed(query);
                    handle(events);
                }
            }
            handle(events);
        }

        private static void handle(BlockingQueue<Runnable> events) throws InterruptedException {
            Runnable event = events.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
            while (event != null) {
                event.run();
                event = events.poll();
            }
        }
    }
}
