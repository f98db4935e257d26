package twostoves.checks.sharing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.Races;
import twostoves.checks.sharing.Scene.Played;
import twostoves.contract.BoundedBufferContract;
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

/** What is demanded of {@code bounded-buffer}. */
@Grades(id = "bounded-buffer", number = 22, track = Track.SHARING, contract = BoundedBufferContract.class)
public abstract class BoundedBufferChecks {

    private static final int OPERATIONS = 40;

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_BLOCKING_QUEUE, LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<BoundedBufferContract<String>> subject) {
        RULES.check(subject.with(1));
    }

    @Check(id = "first-in-first-out", kind = Kind.VALUES, points = 1)
    @Order(2)
    @DisplayName("gives items back in the order in which they were put, up to its capacity")
    void firstInFirstOut(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        for (int capacity : List.of(1, 2, 3, random.nextInt(5, 12))) {
            demandOrder(subject, capacity, random);
        }
    }

    @Check(
            id = "no-item-lost",
            kind = Kind.RACES,
            points = 1,
            needs = {"first-in-first-out"})
    @Order(3)
    @DisplayName("loses nothing when several threads put and take at the same moment")
    void noItemLost(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        Hatch hatch = new Hatch("4 threads put at 0 s, and 4 take at 1 s", random);
        for (int i = 1; i <= 4; i++) {
            hatch.put(0, "cook " + i);
        }
        for (int i = 1; i <= 4; i++) {
            hatch.take(1_000, "waiter " + i);
        }
        Played played = hatch.scene().playSharing(subject.with(4), Settings.STANDARD.yieldingBeforeLocks(), 2_000);
        Races.demandNone(played.observed().races());
        hatch.demandEnded(played, 1_000);
        hatch.demandEachTakenOnce(played);
    }

    @Check(
            id = "waits",
            kind = Kind.TIME,
            points = 2,
            needs = {"no-item-lost"})
    @Order(4)
    @DisplayName("waits while it is full or empty, and goes on the moment it can")
    void waits(Subject<BoundedBufferContract<String>> subject, Exhibit exhibit, RandomGenerator random) {
        Hatch full = new Hatch("room for 2, and a third item", random)
                .put(0, "cook 1")
                .put(500, "cook 2")
                .put(1_000, "cook 3")
                .size(2_000, "guest")
                .take(5_007, "waiter 1")
                .take(6_000, "waiter 2")
                .take(7_000, "waiter 3");
        Played played = full.scene().play(subject.with(2), Settings.STANDARD, 8_000);
        full.demand(played, "cook 1", 0);
        full.demand(played, "cook 2", 500);
        full.demandWaited(played, "cook 3", 5_007);
        full.demandSize(played, "guest", 2_000, 2);
        full.demandTaken(played, "waiter 1", 5_007, "cook 1");
        full.demandTaken(played, "waiter 2", 6_000, "cook 2");
        full.demandTaken(played, "waiter 3", 7_000, "cook 3");
        exhibit.show(played.picture());

        Hatch empty = new Hatch("an empty buffer, and somebody who takes", random)
                .take(0, "waiter 1")
                .size(1_000, "guest")
                .put(3_007, "cook 1")
                .put(4_000, "cook 2")
                .take(5_000, "waiter 2");
        played = empty.scene().play(subject.with(2), Settings.STANDARD, 6_000);
        empty.demandWaited(played, "waiter 1", 3_007);
        empty.demandSize(played, "guest", 1_000, 0);
        empty.demand(played, "cook 1", 3_007);
        empty.demandTaken(played, "waiter 1", 3_007, "cook 1");
        empty.demand(played, "cook 2", 4_000);
        empty.demandTaken(played, "waiter 2", 5_000, "cook 2");
    }

    @Check(
            id = "several-wait",
            kind = Kind.TIME,
            points = 2,
            needs = {"waits"})
    @Order(5)
    @DisplayName("wakes somebody who can go on, and lets nobody through who cannot")
    void severalWait(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        demandLoop(subject, random);
        demandOneEach(subject, random);
        for (int each : List.of(2, 3)) {
            demandNobodyForgotten(subject, each, random);
        }
    }

    @Check(
            id = "interruption",
            kind = Kind.EDGES,
            points = 1,
            needs = {"waits"})
    @Order(6)
    @DisplayName("can be interrupted while it waits, and nothing is put or taken then")
    void interruption(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        Hatch full = new Hatch("a full buffer, and a thread that is interrupted while it waits", random)
                .put(0, "cook 1")
                .put(1_000, "cook 2")
                .put(1_500, "cook 3")
                .interrupt(2_000, "cook 2")
                .take(3_000, "waiter 1")
                .take(4_000, "waiter 2")
                .size(5_000, "guest");
        Played played = full.scene().play(subject.with(1), Settings.STANDARD, 6_000);
        full.demandInterrupted(played, "cook 2", 2_000);
        full.demandTaken(played, "waiter 1", 3_000, "cook 1");
        full.demand(played, "cook 3", 3_000);
        full.demandTaken(played, "waiter 2", 4_000, "cook 3");
        full.demandSize(played, "guest", 5_000, 0);

        Hatch empty = new Hatch("an empty buffer, and a thread that is interrupted while it waits", random)
                .take(0, "waiter 1")
                .take(500, "waiter 2")
                .interrupt(1_000, "waiter 1")
                .put(2_000, "cook 1")
                .put(3_000, "cook 2")
                .size(4_000, "guest");
        played = empty.scene().play(subject.with(1), Settings.STANDARD, 5_000);
        empty.demandInterrupted(played, "waiter 1", 1_000);
        empty.demandTaken(played, "waiter 2", 2_000, "cook 1");
        empty.demand(played, "cook 2", 3_000);
        empty.demandSize(played, "guest", 4_000, 1);
    }

    @Check(
            id = "guarded",
            kind = Kind.RACES,
            points = 1,
            needs = {"several-wait"})
    @Order(7)
    @DisplayName("touches nothing that is shared without a lock or what stands in for one")
    void guarded(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        Schedules.explore(subject.with(1), OneServesOneEats.class, random);
    }

    @Check(id = "arguments", kind = Kind.VALUES, points = 1)
    @Order(8)
    @DisplayName("refuses a capacity below 1, and null")
    void arguments(Subject<BoundedBufferContract<String>> subject) {
        for (int capacity : List.of(0, -1, Integer.MIN_VALUE)) {
            Run<Boolean> run = subject.with(capacity).run(Settings.STANDARD, (buffer, world) -> true);
            String call = "new BoundedBuffer<>(" + capacity + ") is to throw IllegalArgumentException, but it ";
            Optional<Throwable> thrown = run.failure();
            if (thrown.filter(IllegalArgumentException.class::isInstance).isEmpty()) {
                Endings.demandEnd(run, subject.exercise(), "arguments at the edge");
                throw CheckFailure.proven(
                        Diagnosis.UNCHECKED_ARGUMENTS,
                        call
                                + thrown.map(failure -> "threw " + Endings.describe(failure) + ".")
                                        .orElse("did not."));
            }
        }
        new Arguments<BoundedBufferContract<String>>()
                .mustThrow(NullPointerException.class, "put(null)", (buffer, world) -> {
                    buffer.put(null);
                    return null;
                })
                .mustReturn(0, "size() after that", (buffer, world) -> buffer.size())
                .mustEnd("put(item)", (buffer, world) -> {
                    buffer.put("soup");
                    return null;
                })
                .mustThrow(NullPointerException.class, "put(null) on a full buffer", (buffer, world) -> {
                    buffer.put(null);
                    return null;
                })
                .check(subject.with(1));
    }

    // ---- one thread ----------------------------------------------------------------------------------------------

    /** Puts and takes at random, never more than there is room for, so that nothing has to wait. */
    private static void demandOrder(
            Subject<BoundedBufferContract<String>> subject, int capacity, RandomGenerator random) {
        AtomicReference<String> current = new AtomicReference<>("");
        List<String> items = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            // each third one is equal to others, and not the same
            items.add(new StringBuilder(i % 3 == 0 ? "soup" : "item " + random.nextInt(1_000, 10_000) + "/" + i)
                    .toString());
        }
        boolean[] puts = new boolean[OPERATIONS];
        for (int i = 0; i < OPERATIONS; i++) {
            puts[i] = random.nextInt(100) < 55;
        }
        Run<String> run = subject.with(capacity).run(Settings.STANDARD, (buffer, world) -> {
            Deque<String> inside = new ArrayDeque<>();
            for (int i = 0; i < OPERATIONS; i++) {
                boolean put = inside.isEmpty() || inside.size() < capacity && puts[i] || i < capacity;
                current.set(
                        (put ? "put(…)" : "take()") + " with " + inside.size() + " of " + capacity + " places taken");
                String expected = "";
                String actual = "";
                if (put) {
                    buffer.put(items.get(i));
                    inside.addLast(items.get(i));
                } else {
                    expected = inside.removeFirst();
                    actual = buffer.take();
                }
                if (!expected.equals(actual)) {
                    return "take() is to return the item that has been inside for the longest time, " + expected
                            + ", but it returned " + actual
                            + (inside.contains(actual) ? ", which was put later." : ".");
                }
                if (buffer.size() != inside.size()) {
                    return "After " + current.get() + " size() is to be " + inside.size() + ", but it is "
                            + buffer.size() + ".";
                }
            }
            return "";
        });
        if (run.end() == Run.End.DEADLOCKED) {
            throw CheckFailure.measured(Diagnosis.WRONG_VALUES, current.get() + " need not wait, and waits for ever.")
                    .at(Endings.placeOf(run.stalled()));
        }
        String wrong = Endings.valueOf(run, subject.exercise(), "one thread, a capacity of " + capacity);
        if (!wrong.isEmpty()) {
            throw CheckFailure.proven(Diagnosis.WRONG_VALUES, wrong);
        }
    }

    // ---- many threads --------------------------------------------------------------------------------------------

    /** Threads wake up every second for no reason while nothing has changed; they have to look again. */
    private static void demandLoop(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        Settings spurious = Settings.STANDARD.wakingUpSpuriously(Duration.ofSeconds(1));
        Hatch empty = new Hatch("a waiting thread that wakes up for no reason after 1 s", random)
                .take(0, "waiter 1")
                .put(3_500, "cook 1")
                .size(4_000, "guest");
        Played played = empty.scene().play(subject.with(1), spurious, 5_000);
        empty.demandPatience(played, "waiter 1", 3_500);
        empty.demandTaken(played, "waiter 1", 3_500, "cook 1");
        empty.demandSize(played, "guest", 4_000, 0);

        Hatch full = new Hatch("a waiting thread that wakes up for no reason after 1 s", random)
                .put(0, "cook 1")
                .put(500, "cook 2")
                .take(4_000, "waiter 1")
                .take(5_000, "waiter 2");
        played = full.scene().play(subject.with(1), spurious, 6_000);
        full.demandPatience(played, "cook 2", 4_000);
        full.demandTaken(played, "waiter 1", 4_000, "cook 1");
        full.demand(played, "cook 2", 4_000);
        full.demandTaken(played, "waiter 2", 5_000, "cook 2");
    }

    /** Three wait; each item that comes, or each place that becomes free, is for exactly one of them. */
    private static void demandOneEach(Subject<BoundedBufferContract<String>> subject, RandomGenerator random) {
        Hatch empty = new Hatch("3 threads wait for an item, and 1 comes every second", random)
                .take(0, "waiter 1")
                .take(100, "waiter 2")
                .take(200, "waiter 3")
                .put(1_000, "cook 1")
                .put(2_000, "cook 2")
                .put(3_000, "cook 3");
        Played played = empty.scene().play(subject.with(1), Settings.STANDARD, 4_000);
        empty.demandOneMoreEach(played, List.of("waiter 1", "waiter 2", "waiter 3"), List.of(1_000L, 2_000L, 3_000L));
        empty.demandEachTakenOnce(played);

        Hatch full = new Hatch("3 threads wait for room, and 1 item is taken every second", random)
                .put(0, "cook 0")
                .put(100, "cook 1")
                .put(200, "cook 2")
                .put(300, "cook 3")
                .take(1_000, "waiter 1")
                .take(2_000, "waiter 2")
                .take(3_000, "waiter 3")
                .take(4_000, "waiter 4");
        played = full.scene().play(subject.with(1), Settings.STANDARD, 5_000);
        full.demandOneMoreEach(played, List.of("cook 1", "cook 2", "cook 3"), List.of(1_000L, 2_000L, 3_000L));
        full.demandEachTakenOnce(played);
    }

    /**
     * Some wait, and as many come at the same moment as all of them need. With one waiting room for both kinds, a thread that
     * is woken up may be one that cannot go on, while one that could sleeps on.
     */
    private static void demandNobodyForgotten(
            Subject<BoundedBufferContract<String>> subject, int each, RandomGenerator random) {
        Settings settings = Settings.STANDARD;
        Hatch empty = new Hatch(each + " threads wait for an item, and " + each + " items come at 1 s", random);
        for (int i = 1; i <= each; i++) {
            empty.take(i * 100L, "waiter " + i);
        }
        for (int i = 1; i <= each; i++) {
            empty.put(1_000, "cook " + i);
        }
        Played played = empty.scene().playSharing(subject.with(1), settings, 2_000);
        empty.demandEnded(played, 1_000);
        empty.demandEachTakenOnce(played);

        Hatch full = new Hatch(each + " threads wait for room, and " + (each + 1) + " items are taken at 1 s", random);
        for (int i = 0; i <= each; i++) {
            full.put(i * 100L, "cook " + i);
        }
        for (int i = 0; i <= each; i++) {
            full.take(1_000, "waiter " + i);
        }
        played = full.scene().playSharing(subject.with(1), settings, 2_000);
        full.demandEnded(played, 1_000);
        full.demandEachTakenOnce(played);
    }

    /** One thread puts, one takes, and one asks for the size. */
    public static final class OneServesOneEats implements Scenario<BoundedBufferContract<String>> {

        private final List<String> taken = new ArrayList<>();
        private int size;

        /** Creates the scenario, for the process that explores it. */
        public OneServesOneEats() {}

        @Override
        public BoundedBufferContract<String> create(Class<? extends BoundedBufferContract<String>> type)
                throws ReflectiveOperationException {
            return type.getConstructor(int.class).newInstance(1);
        }

        @Override
        public List<Party> parties(BoundedBufferContract<String> buffer, RandomGenerator random) {
            return List.of(
                    new Party("cook", () -> {
                        buffer.put("soup");
                        buffer.put("bread");
                    }),
                    new Party("waiter", () -> {
                        taken.add(buffer.take());
                        taken.add(buffer.take());
                    }),
                    new Party("guest", () -> size = buffer.size()));
        }

        @Override
        public void verify() {
            if (!taken.equals(List.of("soup", "bread")) || size < 0 || size > 1) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "soup and bread were put into a buffer with room for 1. What was taken is " + taken
                                + ", and size() was " + size + ".");
            }
        }

        @Override
        public Diagnosis diagnose(Finding finding) {
            return finding instanceof Finding.Stuck ? Diagnosis.LOST_WAKEUP : finding.diagnosis();
        }
    }
}
