package twostoves.checks.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Races;
import twostoves.checks.sharing.Scene.Call;
import twostoves.checks.sharing.Scene.Played;
import twostoves.contract.TallyContract;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.races.Party;
import twostoves.races.Scenario;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;
import twostoves.weaving.SharingWatch.Race;

/**
 * What is demanded of {@code tally}.
 *
 * <p>The stub is code that works as long as one thread uses it. So that it earns nothing until it is mended, every check needs
 * the one that finds what several threads do to it.
 */
@Grades(id = "tally", number = 21, track = Track.SHARING, contract = TallyContract.class)
public abstract class TallyChecks {

    private static final List<String> DISHES = List.of("soup", "bread", "salad", "stew", "pie");

    private static final Settings SETTINGS = Settings.STANDARD.yieldingBeforeLocks();

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_STATIC_STATE);

    @Check(id = "loses-no-update", kind = Kind.RACES, points = 3)
    @Order(1)
    @DisplayName("loses nothing when several threads add at the same moment, and keeps to the rules")
    void losesNoUpdate(Subject<TallyContract> subject, RandomGenerator random) {
        RULES.check(subject);
        demandAll(subject, List.of("soup", "soup"), 1, random);
        demandAll(subject, List.of("soup", "soup", "soup"), 2, random);
        demandAll(subject, List.of("soup", "bread"), 2, random);
        demandAll(subject, List.of("soup", "bread", "soup", "bread"), 1, random);
        demandAllAfterFirst(subject, random);
    }

    @Check(
            id = "counts",
            kind = Kind.VALUES,
            points = 2,
            needs = {"loses-no-update"})
    @Order(2)
    @DisplayName("counts every dish, and two tallies apart")
    void counts(Subject<TallyContract> subject, RandomGenerator random) {
        List<Map.Entry<String, Integer>> servings = new ArrayList<>();
        Map<String, Long> due = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String dish = DISHES.get(random.nextInt(DISHES.size()));
            int n = random.nextInt(1, 1_000);
            servings.add(Map.entry(dish, n));
            due.merge(dish, (long) n, Long::sum);
        }
        servings.add(Map.entry("water", 1));
        due.put("water", 1L);
        long many = Long.MAX_VALUE - random.nextInt(1_000);
        due.put("rice", many);
        Run<String> run = subject.run(Settings.STANDARD, (tally, world) -> {
            for (Map.Entry<String, Integer> serving : servings) {
                tally.add(copy(serving.getKey()), serving.getValue());
            }
            tally.add("rice", many);
            return wrong(tally, due);
        });
        demandNothingWrong(subject, run);
        Run<String> again = subject.run(Settings.STANDARD, (tally, world) -> {
            tally.add("soup", 1);
            return wrong(tally, Map.of("soup", 1L));
        });
        if (!Endings.valueOf(again, subject.exercise(), "a second tally").isEmpty()) {
            throw CheckFailure.proven(
                    Diagnosis.STATIC_STATE,
                    "In a new tally to which 1 was added, " + again.value().orElse("")
                            + " It finds what another tally has counted.");
        }
    }

    @Check(
            id = "snapshot-is-a-copy",
            kind = Kind.VALUES,
            points = 2,
            needs = {"counts"})
    @Order(3)
    @DisplayName("makes a snapshot that nothing changes afterwards, and that changes nothing")
    void snapshotIsACopy(Subject<TallyContract> subject) {
        Run<String> run = subject.run(Settings.STANDARD, (tally, world) -> {
            tally.add("soup", 2);
            tally.add("bread", 3);
            Map<String, Long> snapshot = tally.snapshot();
            Map<String, Long> due = Map.of("soup", 2L, "bread", 3L);
            tally.add("soup", 5);
            tally.add("salad", 1);
            if (!due.equals(snapshot)) {
                return "A snapshot held " + due + ". Then soup and salad were added, and now the same snapshot holds "
                        + snapshot + ".";
            }
            try {
                snapshot.put("soup", 100L);
                snapshot.put("pie", 1L);
                snapshot.remove("bread");
            } catch (UnsupportedOperationException unmodifiable) {
                return "";
            }
            String wrong = wrong(tally, Map.of("soup", 7L, "bread", 3L, "salad", 1L));
            return wrong.isEmpty() ? "" : "Somebody changed a snapshot, and the tally changed with it: " + wrong;
        });
        String leak = Endings.valueOf(run, subject.exercise(), "a snapshot");
        if (!leak.isEmpty()) {
            throw CheckFailure.proven(Diagnosis.LIVE_STATE_LEAKED, leak);
        }
    }

    @Check(
            id = "snapshot-meanwhile",
            kind = Kind.RACES,
            points = 1,
            needs = {"counts"})
    @Order(4)
    @DisplayName("can be looked at while others add")
    void snapshotMeanwhile(Subject<TallyContract> subject, RandomGenerator random) {
        long n = random.nextInt(10, 100);
        Scene<TallyContract> scene = new Scene<>("2 threads add while others look");
        for (String dish : DISHES) {
            scene.at(0, "cook of " + dish, "add", add(dish, n, 1));
        }
        scene.at(1_000, "cook 1", "add", tally -> {
            tally.add("tea", n);
            tally.add("soup", n);
            return "";
        });
        scene.at(1_000, "cook 2", "add", tally -> {
            tally.add("coffee", n);
            tally.add("soup", n);
            return "";
        });
        scene.at(1_000, "guest 1", "snapshot", TallyContract::snapshot);
        scene.at(1_000, "guest 2", "count", tally -> tally.count("soup"));
        scene.at(2_000, "guest 3", "snapshot", TallyContract::snapshot);
        Played played = scene.playSharing(subject, SETTINGS, 3_000);
        demandCalm(played);
        Map<String, Long> before = new HashMap<>();
        DISHES.forEach(dish -> before.put(dish, n));
        Map<String, Long> after = new HashMap<>(before);
        after.put("soup", 3 * n);
        after.put("tea", n);
        after.put("coffee", n);
        demandBetween(played.call("guest 1"), before, after, n, played);
        Object soup = played.call("guest 2").deed().value().orElse("null");
        if (!List.of(n, 2 * n, 3 * n).contains(soup)) {
            throw torn("count(soup) was " + soup, n, 3 * n, played);
        }
        Object last = played.call("guest 3").deed().value().orElse("null");
        if (!after.equals(last)) {
            throw CheckFailure.proven(
                            Diagnosis.WRONG_VALUES,
                            "When everybody has added, snapshot() is to be " + after + ", but it is " + last + ".")
                    .showing(played.picture());
        }
    }

    @Check(
            id = "guarded",
            kind = Kind.RACES,
            points = 1,
            needs = {"snapshot-meanwhile"})
    @Order(5)
    @DisplayName("touches nothing that is shared without a lock or what stands in for one")
    void guarded(Subject<TallyContract> subject, RandomGenerator random) {
        Schedules.explore(subject, ServingAndLooking.class, random);
    }

    @Check(
            id = "arguments",
            kind = Kind.VALUES,
            points = 1,
            needs = {"loses-no-update"})
    @Order(6)
    @DisplayName("knows nothing of a dish that was never added, and refuses null and less than 1")
    void arguments(Subject<TallyContract> subject) {
        Arguments<TallyContract> arguments = new Arguments<TallyContract>()
                .mustReturn(0L, "count(\"soup\")", (tally, world) -> tally.count("soup"))
                .mustReturn(Map.of(), "snapshot()", (tally, world) -> tally.snapshot())
                .mustThrow(NullPointerException.class, "count(null)", (tally, world) -> tally.count(null))
                .mustThrow(NullPointerException.class, "add(null, 1)", (tally, world) -> {
                    tally.add(null, 1);
                    return null;
                });
        for (long n : List.of(0L, -1L, Long.MIN_VALUE)) {
            arguments.mustThrow(IllegalArgumentException.class, "add(\"soup\", " + n + ")", (tally, world) -> {
                tally.add("soup", n);
                return null;
            });
        }
        arguments
                .mustReturn(Map.of(), "snapshot() after all that", (tally, world) -> tally.snapshot())
                .check(subject);
        Scene<TallyContract> scene = new Scene<TallyContract>("1 thread is refused, and another one adds")
                .at(0, "cook 1", "add(soup, 0)", tally -> refused(() -> tally.add("soup", 0)))
                .at(0, "cook 2", "add(null, 1)", tally -> refused(() -> tally.add(null, 1)))
                .at(0, "cook 3", "count(null)", tally -> refused(() -> tally.count(null)))
                .at(1_000, "cook 4", "add(soup, 1)", add("soup", 1, 1))
                .at(1_000, "guest", "snapshot", TallyContract::snapshot);
        demandCalm(scene.play(subject, Settings.STANDARD, 2_000));
    }

    private static String refused(Runnable call) {
        try {
            call.run();
        } catch (NullPointerException | IllegalArgumentException due) {
            return "refused";
        }
        return "";
    }

    // ---- one thread ----------------------------------------------------------------------------------------------

    /** Says what a tally has wrong; nothing if all is as it should be. */
    private static String wrong(TallyContract tally, Map<String, Long> due) {
        for (Map.Entry<String, Long> each : due.entrySet()) {
            long count = tally.count(copy(each.getKey()));
            if (count != each.getValue()) {
                return "count(" + each.getKey() + ") is to be " + each.getValue() + ", but it is " + count + ".";
            }
        }
        Map<String, Long> snapshot = tally.snapshot();
        return due.equals(snapshot) ? "" : "snapshot() is to be " + due + ", but it is " + snapshot + ".";
    }

    private static void demandNothingWrong(Subject<TallyContract> subject, Run<String> run) {
        String wrong = Endings.valueOf(run, subject.exercise(), "a tally used by one thread");
        if (!wrong.isEmpty()) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, wrong);
        }
    }

    /** The same name, and another object. */
    private static String copy(String name) {
        return new StringBuilder(name).toString();
    }

    // ---- many threads --------------------------------------------------------------------------------------------

    private static Scene.Action<TallyContract> add(String dish, long n, int times) {
        String name = copy(dish);
        return tally -> {
            for (int i = 0; i < times; i++) {
                tally.add(name, n);
            }
            return "";
        };
    }

    /** Demands that nothing is lost of what threads add together, one thread for each dish of the list. */
    private static void demandAll(
            Subject<TallyContract> subject, List<String> dishes, int times, RandomGenerator random) {
        long n = random.nextInt(1, 100);
        Scene<TallyContract> scene = new Scene<>(dishes.size() + " threads add at the same moment");
        Map<String, Long> due = new HashMap<>();
        for (int i = 0; i < dishes.size(); i++) {
            scene.at(0, "cook " + (i + 1), "add", add(dishes.get(i), n, times));
            due.merge(dishes.get(i), n * times, Long::sum);
        }
        demandSum(subject, scene, due);
    }

    /** The same for a dish that is known already: the first time is often done with care. */
    private static void demandAllAfterFirst(Subject<TallyContract> subject, RandomGenerator random) {
        long n = random.nextInt(1, 100);
        Scene<TallyContract> scene = new Scene<TallyContract>("3 threads add to a dish that was added to before")
                .at(0, "cook 0", "add", add("soup", n, 1))
                .at(0, "cook 0 too", "add", add("bread", n, 1));
        for (int i = 1; i <= 3; i++) {
            scene.at(1_000, "cook " + i, "add", add(i == 3 ? "bread" : "soup", n, 2));
        }
        demandSum(subject, scene, Map.of("soup", 5 * n, "bread", 3 * n));
    }

    private static void demandSum(Subject<TallyContract> subject, Scene<TallyContract> scene, Map<String, Long> due) {
        List<Map.Entry<String, Long>> dishes = List.copyOf(due.entrySet());
        dishes.forEach(dish ->
                scene.at(2_000, "guest for " + dish.getKey(), "count", tally -> tally.count(copy(dish.getKey()))));
        Played played = scene.playSharing(subject, SETTINGS, 3_000);
        List<Race> races = played.observed().races();
        races.stream().filter(Race::isDataRace).findFirst().ifPresent(race -> {
            throw played.observed().locks() > 0
                    ? wrongLock(race)
                    : Races.failure(race, Races.diagnosis(race, Diagnosis.DATA_RACE));
        });
        demandCalm(played);
        for (Map.Entry<String, Long> dish : dishes) {
            Object count =
                    played.call("guest for " + dish.getKey()).deed().value().orElse("null");
            if (!dish.getValue().equals(count)) {
                throw lost(dish.getKey(), dish.getValue(), count, races, played);
            }
        }
    }

    private static CheckFailure wrongLock(Race race) {
        CheckFailure failure = Races.failure(race, Diagnosis.WRONG_LOCK);
        return CheckFailure.proven(
                        Diagnosis.WRONG_LOCK,
                        "You take locks, but two threads hold different ones. "
                                + failure.getMessage().replace(", and nothing keeps them apart.", "."))
                .at(failure.place());
    }

    /** Demands that nobody waits for ever or has thrown anything. */
    private static void demandCalm(Played played) {
        played.calls().stream()
                .flatMap(call -> call.deed().failure().stream())
                .findFirst()
                .ifPresent(failure -> {
                    throw Endings.unexpected(failure).showing(played.picture());
                });
        Optional<Call> stuck = played.stuck().stream().findFirst();
        if (stuck.isPresent()) {
            throw CheckFailure.measured(
                            Diagnosis.LOCK_NOT_RELEASED,
                            stuck.get().says()
                                    + " has not ended: it waits for a lock that was taken and never released.")
                    .at(Endings.placeOf(stuck.flatMap(played::stall).stream().toList()))
                    .showing(played.picture());
        }
    }

    private static CheckFailure lost(String dish, long due, Object count, List<Race> races, Played played) {
        if (count instanceof Long sum && sum > due) {
            return CheckFailure.proven(
                    Diagnosis.STATIC_STATE,
                    "In a new tally " + due + " was added to " + dish + ", and the count is " + count
                            + ": it finds what another tally has counted.");
        }
        Optional<Race> meeting = races.stream().findFirst();
        boolean map = meeting.filter(race -> race.what().endsWith("]")).isPresent();
        boolean locked = meeting.isEmpty() && played.observed().locks() > 0;
        Diagnosis diagnosis = map || locked ? Diagnosis.CHECK_THEN_ACT : Diagnosis.LOST_UPDATE;
        String where = meeting.map(race -> " Two threads had read the same " + race.what() + ", and both wrote to it.")
                .orElse(locked ? " You look under a lock and act under a lock, and let go of it between." : "");
        return CheckFailure.proven(
                        diagnosis,
                        "Several threads added to " + dish + " at the same moment, " + due
                                + " in all, and the count is " + count + "." + where)
                .at(meeting.flatMap(Race::first).map(Place::of))
                .showing(played.picture());
    }

    private static void demandBetween(
            Call call, Map<String, Long> before, Map<String, Long> after, long n, Played played) {
        Object value = call.deed().value().orElse("null");
        if (!(value instanceof Map<?, ?> snapshot)) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, "snapshot() returned null.");
        }
        for (Map.Entry<String, Long> dish : after.entrySet()) {
            long least = before.getOrDefault(dish.getKey(), 0L);
            Object count = snapshot.containsKey(dish.getKey()) ? snapshot.get(dish.getKey()) : Long.valueOf(0);
            boolean right = count instanceof Long sum && sum >= least && sum <= dish.getValue() && sum % n == 0;
            if (!right) {
                throw torn(dish.getKey() + " was " + count, least, dish.getValue(), played);
            }
        }
    }

    private static CheckFailure torn(String what, long least, long most, Played played) {
        return CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "While others added, " + what + "; it can have been from " + least + " to " + most + ".")
                .showing(played.picture());
    }

    /** Two cooks add, and a guest looks. */
    public static final class ServingAndLooking implements Scenario<TallyContract> {

        private TallyContract tally;
        private long n;
        private long seen;
        private long own;

        /** Creates the scenario, for the process that explores it. */
        public ServingAndLooking() {}

        @Override
        public List<Party> parties(TallyContract learners, RandomGenerator random) {
            tally = learners;
            n = random.nextLong(1, 10);
            tally.add("soup", n);
            return List.of(
                    new Party("cook 1", () -> {
                        tally.add("soup", n);
                        tally.add("bread", n);
                    }),
                    new Party("cook 2", () -> {
                        tally.add("bread", n);
                        tally.add("soup", n);
                        own = tally.count("bread");
                    }),
                    new Party("guest", () -> {
                        seen = tally.count("soup");
                        tally.snapshot();
                    }));
        }

        @Override
        public void verify() {
            long soup = tally.count("soup");
            long bread = tally.count("bread");
            if (soup != 3 * n || bread != 2 * n) {
                throw CheckFailure.proven(
                        Diagnosis.LOST_UPDATE,
                        "soup was " + n + ", and 2 threads added " + n + " to soup and to bread. Now soup is " + soup
                                + " instead of " + 3 * n + ", and bread " + bread + " instead of " + 2 * n + ".");
            }
            if (seen != n && seen != 2 * n && seen != 3 * n) {
                throw CheckFailure.proven(
                        seen < n ? Diagnosis.CHECK_THEN_ACT : Diagnosis.WRONG_VALUES,
                        "soup was " + n + ", and while 2 threads added " + n + " to it the count was " + seen + ".");
            }
            if (own != n && own != 2 * n) {
                throw CheckFailure.proven(
                        Diagnosis.CHECK_THEN_ACT,
                        "A thread added " + n + " to bread, as another one did, and then its count was " + own + ".");
            }
            Map<String, Long> due = Map.of("soup", soup, "bread", bread);
            Map<String, Long> snapshot = tally.snapshot();
            if (!due.equals(snapshot)) {
                throw CheckFailure.proven(
                        Diagnosis.CHECK_THEN_ACT,
                        "When all had added what they had to add, the counts were " + new TreeMap<>(due)
                                + ", and snapshot() was " + new TreeMap<>(snapshot) + ".");
            }
        }
    }
}
