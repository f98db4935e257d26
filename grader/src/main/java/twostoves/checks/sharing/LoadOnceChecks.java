package twostoves.checks.sharing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Leftovers;
import twostoves.checks.Races;
import twostoves.checks.sharing.Scene.Call;
import twostoves.checks.sharing.Scene.Played;
import twostoves.contract.LoadOnceContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.races.Finding;
import twostoves.races.Party;
import twostoves.races.Scenario;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code load-once}. */
@Grades(id = "load-once", number = 24, track = Track.SHARING, contract = LoadOnceContract.class)
public abstract class LoadOnceChecks {

    /** Strings that are different and have the same hash code, so that a hash map keeps them in the same place. */
    private static final List<String> SAME_HASH = List.of("AaAa", "BBBB", "AaBB");

    /** More keys than a cache would have room for that forgets. */
    private static final int MANY = 1_000;

    private static final Rulebook RULES =
            new Rulebook(LearnerRules.NO_STATIC_STATE, LearnerRules.NO_COMMON_POOL_FOR_WAITING);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<LoadOnceContract<String, Object>> subject) {
        RULES.check(subject);
    }

    @Check(id = "remembers", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("loads what is asked for, and remembers it")
    void remembers(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        Loads loads = new Loads("6 calls, one after another", random)
                .key("soup", 1_000, 0)
                .key("bread", 1_000, 0)
                .get(0, "guest 1", "soup")
                .get(2_000, "guest 2", "bread")
                .get(4_000, "guest 3", "soup")
                .get(5_000, "guest 4", "bread")
                .get(6_000, "guest 5", "soup");
        Played played = loads.play(subject, 8_000);
        loads.demandValue(played, "guest 1", 1_000, Diagnosis.UNNAMED_FAILURE);
        loads.demandValue(played, "guest 2", 3_000, Diagnosis.UNNAMED_FAILURE);
        loads.demandLoadedOnce(played);
        loads.demandValue(played, "guest 3", 4_000, Diagnosis.UNNAMED_FAILURE);
        loads.demandValue(played, "guest 4", 5_000, Diagnosis.UNNAMED_FAILURE);
        loads.demandValue(played, "guest 5", 6_000, Diagnosis.UNNAMED_FAILURE);
        demandNoneForgotten(subject);
        demandApart(subject);
    }

    @Check(
            id = "one-load",
            kind = Kind.RACES,
            points = 2,
            needs = {"remembers"})
    @Order(3)
    @DisplayName("loads a key once, however many ask for it at the same time")
    void oneLoad(Subject<LoadOnceContract<String, Object>> subject, Exhibit exhibit, RandomGenerator random) {
        Loads loads = new Loads("5 guests ask for soup, which takes 3 s to load", random)
                .key("soup", 3_000, 0)
                .get(0, "guest 1", "soup")
                .get(0, "guest 2", "soup")
                .get(0, "guest 3", "soup")
                .get(1_000, "guest 4", "soup")
                .get(4_000, "guest 5", "soup");
        Played played = loads.playSharing(subject, 6_000);
        Races.demandNone(played.observed().races());
        boolean wrongLock =
                loads.isLoadedTogether("soup") && played.observed().locks() > 0 && isKeptApart(subject, random);
        loads.demandLoadedOnce(
                played, wrongLock ? Diagnosis.WRONG_LOCK : Diagnosis.CHECK_THEN_ACT, Diagnosis.CHECK_THEN_ACT);
        for (int guest = 1; guest <= 4; guest++) {
            loads.demandValue(played, "guest " + guest, 3_000, Diagnosis.LOST_WAKEUP);
        }
        loads.demandValue(played, "guest 5", 4_000, Diagnosis.LOST_WAKEUP);

        played = loads.play(subject, 6_000);
        loads.demandLoadedOnce(played);
        exhibit.show(played.picture());
    }

    @Check(
            id = "keys-apart",
            kind = Kind.TIME,
            points = 2,
            needs = {"one-load"})
    @Order(4)
    @DisplayName("lets nobody wait for the load of another key")
    void keysApart(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        Loads loads = new Loads("different keys at the same time", random);
        List<String> keys = loads.keys(12);
        for (int i = 0; i < keys.size(); i++) {
            loads.key(keys.get(i), 5_000 - 100L * i, 0).get(0, "guest " + i, keys.get(i));
        }
        loads.key("soup", 1_000, 0).get(500, "late guest", "soup").get(2_000, "last guest", "soup");
        Played played = loads.play(subject, 70_000);
        boolean insideMap = usesCompute(subject);
        Diagnosis reason = insideMap && played.observed().run().timeline().maxInFlight() > 1
                ? Diagnosis.LOAD_INSIDE_COMPUTE
                : Diagnosis.ONE_LOCK_FOR_ALL;
        loads.demandValue(played, "last guest", 2_000, reason);
        loads.demandValue(played, "late guest", 1_500, reason);
        for (int i = 0; i < keys.size(); i++) {
            loads.demandValue(played, "guest " + i, 5_000 - 100L * i, reason);
        }

        Loads alike = new Loads("different keys with the same hash code", random);
        for (int i = 0; i < SAME_HASH.size(); i++) {
            alike.key(SAME_HASH.get(i), 3_000, 0).get(i * 100L, "guest " + i, SAME_HASH.get(i));
        }
        played = alike.play(subject, 20_000);
        for (int i = 0; i < SAME_HASH.size(); i++) {
            alike.demandValue(
                    played,
                    "guest " + i,
                    3_000 + i * 100L,
                    insideMap ? Diagnosis.LOAD_INSIDE_COMPUTE : Diagnosis.ONE_LOCK_FOR_ALL);
        }
    }

    @Check(
            id = "failure-not-remembered",
            kind = Kind.EDGES,
            points = 1,
            needs = {"one-load"})
    @Order(5)
    @DisplayName("throws the failure of a load as it was, and does not remember it")
    void failureNotRemembered(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        Loads loads = new Loads("a load that fails, and the next one", random)
                .key("soup", 1_000, 1)
                .get(0, "guest 1", "soup")
                .get(2_000, "guest 2", "soup")
                .get(4_000, "guest 3", "soup");
        Played played = loads.play(subject, 8_000);
        loads.demandFailure(played, "guest 1");
        Call again = loads.demandEnded(played, "guest 2", Diagnosis.LOST_WAKEUP);
        again.deed().failure().ifPresent(failure -> {
            throw CheckFailure.proven(
                            Diagnosis.FAILURE_CACHED,
                            "A load failed at 1 s. At 2 s somebody asked again, and got the old failure: "
                                    + Endings.describe(failure) + ".")
                    .showing(Loads.picture(played));
        });
        loads.demandValue(played, "guest 2", 3_000, Diagnosis.LOST_WAKEUP);
        loads.demandValue(played, "guest 3", 4_000, Diagnosis.LOST_WAKEUP);
        loads.demandLoadedOnce(played);

        demandOneFailure(subject, new Loads("a load that fails while others wait for it", random));
        demandOneFailure(
                subject,
                new Loads("a load that throws a RuntimeException while others wait for it", random).unchecked());
    }

    /** One load fails, and the next one succeeds, whoever makes it: one of those who waited, or who came only then. */
    private static void demandOneFailure(Subject<LoadOnceContract<String, Object>> subject, Loads loads) {
        loads.key("soup", 1_000, 1)
                .get(0, "guest 1", "soup")
                .get(200, "guest 2", "soup")
                .get(400, "guest 3", "soup")
                .get(1_500, "guest 4", "soup")
                .get(6_000, "guest 5", "soup");
        Played played = loads.play(subject, 10_000);
        loads.demandFailure(played, "guest 1");
        loads.demandFailureOrValue(played, "guest 2");
        loads.demandFailureOrValue(played, "guest 3");
        loads.demandLoadedOnce(played);
        loads.demandValue(played, "guest 4", 2_500, Diagnosis.LOST_WAKEUP);
        loads.demandValue(played, "guest 5", 6_000, Diagnosis.LOST_WAKEUP);
    }

    @Check(
            id = "recursion",
            kind = Kind.EDGES,
            points = 1,
            needs = {"keys-apart"})
    @Order(6)
    @DisplayName("lets a loader ask for another key, and leaves nothing running")
    void recursion(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        Loads loads = new Loads("a key that needs another", random)
                .key("menu", 1_000, 0, "soup", "AaAa")
                .key("soup", 1_000, 0)
                .key("AaAa", 1_000, 0, "BBBB")
                .key("BBBB", 1_000, 0)
                .get(0, "guest 1", "menu")
                .get(500, "guest 2", "soup")
                .get(6_000, "guest 3", "BBBB");
        Played played = loads.play(subject, 8_000);
        loads.demandValue(played, "guest 1", 4_000, Diagnosis.DEADLOCK);
        loads.demandValue(played, "guest 2", 1_000, Diagnosis.ONE_LOCK_FOR_ALL);
        loads.demandValue(played, "guest 3", 6_000, Diagnosis.DEADLOCK);
        loads.demandLoadedOnce(played);
        Leftovers.demandNone(played.observed().run(), "get");
    }

    @Check(
            id = "guarded",
            kind = Kind.RACES,
            points = 1,
            needs = {"recursion", "failure-not-remembered"})
    @Order(7)
    @DisplayName("touches nothing that is shared without a lock or what stands in for one")
    void guarded(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        Schedules.explore(subject, ThreeAsk.class, random);
    }

    @Check(
            id = "arguments-and-interrupt",
            kind = Kind.EDGES,
            points = 1,
            needs = {"one-load"})
    @Order(8)
    @DisplayName("refuses null, and does not lose an interrupt")
    void argumentsAndInterrupt(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        new Arguments<LoadOnceContract<String, Object>>()
                .mustThrow(
                        NullPointerException.class, "get(null, loader)", (cache, world) -> cache.get(null, key -> key))
                .mustThrow(NullPointerException.class, "get(\"soup\", null)", (cache, world) -> cache.get("soup", null))
                .mustReturn("soup", "get(\"soup\", loader)", (cache, world) -> cache.get("soup", key -> key))
                .mustThrow(
                        NullPointerException.class,
                        "get(\"soup\", null) of a value that is there",
                        (cache, world) -> cache.get("soup", null))
                .check(subject);
        Loads loads = new Loads("a guest who is interrupted while another one loads", random)
                .key("soup", 3_000, 0)
                .get(0, "guest 1", "soup")
                .get(500, "guest 2", "soup")
                .get(600, "guest 3", "soup")
                .interrupt(1_000, "guest 2")
                .get(2_000, "guest 4", "soup")
                .get(5_000, "guest 5", "soup");
        Played played = loads.play(subject, 8_000);
        Call interrupted = loads.demandEnded(played, "guest 2", Diagnosis.INTERRUPT_SWALLOWED);
        boolean thrown = interrupted
                .deed()
                .failure()
                .filter(InterruptedException.class::isInstance)
                .isPresent();
        boolean kept =
                interrupted.deed().failure().isEmpty() && interrupted.deed().interruptedAtEnd();
        if (!thrown && !kept) {
            throw CheckFailure.measured(
                            Diagnosis.INTERRUPT_SWALLOWED,
                            "guest 2 was interrupted while it waited for the load of guest 1. Its get "
                                    + interrupted
                                            .deed()
                                            .failure()
                                            .map(failure -> "threw " + Endings.describe(failure))
                                            .orElse("returned")
                                    + ", and the thread's interrupt flag is clear: nobody will ever know.")
                    .showing(Loads.picture(played));
        }
        loads.demandValue(played, "guest 1", 3_000, Diagnosis.LOST_WAKEUP);
        loads.demandLoadedOnce(played, Diagnosis.WORK_DONE_TWICE, Diagnosis.WORK_DONE_TWICE);
        loads.demandValue(played, "guest 3", 3_000, Diagnosis.LOST_WAKEUP);
        loads.demandValue(played, "guest 4", 3_000, Diagnosis.LOST_WAKEUP);
        loads.demandValue(played, "guest 5", 5_000, Diagnosis.LOST_WAKEUP);
    }

    /** A cache that has no room for all that is asked for would load some of it again. */
    private static void demandNoneForgotten(Subject<LoadOnceContract<String, Object>> subject) {
        AtomicInteger loads = new AtomicInteger();
        Run<Integer> run = subject.run(Settings.STANDARD, (cache, world) -> {
            loads.set(0);
            for (int i = 0; i < 2 * MANY; i++) {
                cache.get("dish " + i % MANY, key -> loads.incrementAndGet());
            }
            return loads.get();
        });
        int made = Endings.valueOf(run, subject.exercise(), MANY + " keys");
        if (made != MANY) {
            throw CheckFailure.proven(
                    Diagnosis.WORK_DONE_TWICE,
                    "One thread asked for the values of " + MANY + " keys, and then for all of them again. That made "
                            + made + " loads instead of " + MANY + ".");
        }
    }

    /** Two caches have nothing to do with each other. */
    private static void demandApart(Subject<LoadOnceContract<String, Object>> subject) {
        for (int i = 0; i < 2; i++) {
            String due = "value " + i;
            Run<Object> run = subject.run(Settings.STANDARD, (cache, world) -> cache.get("bread", key -> due));
            Object value = Endings.valueOf(run, subject.exercise(), "a new cache");
            if (!due.equals(value)) {
                throw CheckFailure.proven(
                        Diagnosis.STATIC_STATE,
                        "A new cache is to load the value of bread, but it returned " + value
                                + ", which another cache had loaded.");
            }
        }
    }

    /** Whether threads that ask with the very same string do wait for each other. */
    private static boolean isKeptApart(Subject<LoadOnceContract<String, Object>> subject, RandomGenerator random) {
        Loads loads = new Loads("the same string", random).key("soup", 3_000, 0);
        loads.getSame(0, "guest 1", "soup").getSame(0, "guest 2", "soup");
        loads.playSharing(subject, 10_000);
        return !loads.isLoadedTogether("soup");
    }

    /** Whether values are loaded inside a method of a map, which the stack of a loader tells. */
    private static boolean usesCompute(Subject<LoadOnceContract<String, Object>> subject) {
        Run<Boolean> run = subject.run(Settings.STANDARD, (cache, world) -> (Boolean) cache.get(
                "soup",
                key -> StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getClassName().startsWith("java.util.")
                                        && frame.getMethodName().startsWith("compute")))));
        return run.value().orElse(false);
    }

    /** Three guests ask for two keys, two of them for the same ones. */
    public static final class ThreeAsk implements Scenario<LoadOnceContract<String, Object>> {

        private final Object[] soups = new Object[3];

        /** Creates the scenario, for the process that explores it. */
        public ThreeAsk() {}

        @Override
        public List<Party> parties(LoadOnceContract<String, Object> cache, RandomGenerator random) {
            return List.of(
                    new Party("guest 1", () -> soups[0] = cache.get("soup", key -> new Object())),
                    new Party("guest 2", () -> soups[1] = cache.get("soup", key -> new Object())),
                    new Party("guest 3", () -> {
                        cache.get("bread", key -> new Object());
                        soups[2] = cache.get("soup", key -> new Object());
                    }));
        }

        @Override
        public void verify() {
            if (soups[0] == null || soups[0] != soups[1] || soups[1] != soups[2]) {
                throw CheckFailure.proven(
                        Diagnosis.CHECK_THEN_ACT,
                        "3 threads asked for soup, and they did not get the same object: it was loaded more than once.");
            }
        }

        @Override
        public Diagnosis diagnose(Finding finding) {
            return finding instanceof Finding.Stuck ? Diagnosis.LOST_WAKEUP : finding.diagnosis();
        }
    }
}
