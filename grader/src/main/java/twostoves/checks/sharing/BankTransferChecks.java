package twostoves.checks.sharing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import twostoves.checks.Arguments;
import twostoves.checks.Endings;
import twostoves.checks.sharing.Bank.Breach;
import twostoves.checks.sharing.Scene.Call;
import twostoves.checks.sharing.Scene.Played;
import twostoves.contract.BankTransferContract;
import twostoves.evidence.Times;
import twostoves.grading.Check;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exhibit;
import twostoves.grading.Grades;
import twostoves.grading.Kind;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.grading.Subject;
import twostoves.grading.Track;
import twostoves.kit.Account;
import twostoves.races.Party;
import twostoves.races.Scenario;
import twostoves.races.Schedules;
import twostoves.rules.LearnerRules;
import twostoves.rules.Rulebook;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** What is demanded of {@code bank-transfer}. */
@Grades(id = "bank-transfer", number = 23, track = Track.SHARING, contract = BankTransferContract.class)
public abstract class BankTransferChecks {

    /** Nothing in these scenes takes so long, unless somebody waits for ever. */
    private static final long END = 120_000;

    /**
     * Numbers that are alike in one way or another: of one parity, of one last digit, of one hash code, of one {@code int}, of
     * one amount, of one {@code double}.
     */
    private static final long[][] PAIRS = {
        {5, 3}, {12, 402}, {9, 9L << 32}, {7, 7 + (1L << 32)}, {-5, 5}, {1L << 53, (1L << 53) + 1}
    };

    /** Each is smaller than the next one to whoever looks at the sign of their difference, and the last smaller than the first. */
    private static final long[] FAR_APART = {0, 6_000_000_000_000_000_000L, -6_000_000_000_000_000_000L};

    /** So that each reading and writing is one step of the clock. */
    private static final Settings SETTINGS = Settings.STANDARD.quantum(Duration.ofHours(1));

    private static final Rulebook RULES = new Rulebook(LearnerRules.NO_STATIC_STATE);

    @Check(id = "keeps-the-rules", kind = Kind.THREADS, points = 1)
    @Order(1)
    @DisplayName("keeps to the rules of this exercise")
    void keepsTheRules(Subject<BankTransferContract> subject) {
        RULES.check(subject);
    }

    @Check(id = "moves-money", kind = Kind.VALUES, points = 2)
    @Order(2)
    @DisplayName("moves the money, refuses what is not there, and gives back its locks")
    void movesMoney(Subject<BankTransferContract> subject, RandomGenerator random) {
        long balance = random.nextLong(100, 1_000);
        long part = random.nextLong(1, balance);
        demandMove(subject, 1, 2, balance, part, true);
        demandMove(subject, 2, 1, balance, balance, true);
        demandMove(subject, 1, 2, balance, balance + 1, false);
        demandMove(subject, 2, 1, 0, 1, false);
        demandMove(subject, 1, 2, balance, Long.MAX_VALUE, false);
        demandMove(subject, 1, 1, balance, part, true);
    }

    @Check(
            id = "nothing-missing",
            kind = Kind.RACES,
            points = 1,
            needs = {"moves-money"})
    @Order(3)
    @DisplayName("holds the locks, so that no money is missing at any moment")
    void nothingMissing(Subject<BankTransferContract> subject, RandomGenerator random) {
        long amount = random.nextLong(60, 100);
        Desk one = new Desk("1 transfer", 1, 2).transfer(0, "teller 1", 1, 2, amount);
        one.demandLocked(one.play(subject));
        Desk other = new Desk("1 transfer", 1, 2).transfer(0, "teller 1", 2, 1, amount);
        other.demandLocked(other.play(subject));
        Desk three = new Desk("3 transfers of more than half of what is there", 1, 2, 3, 4)
                .transfer(0, "teller 1", 1, 2, amount)
                .transfer(0, "teller 2", 1, 3, amount)
                .transfer(0, "teller 3", 1, 4, amount);
        Played played = three.play(subject);
        three.demandNobodyStuck(played);
        three.demandLocked(played);
        three.demandOneThrough(played);
    }

    @Check(
            id = "no-deadlock",
            kind = Kind.TIME,
            points = 2,
            needs = {"moves-money"})
    @Order(4)
    @DisplayName("comes to an end in whatever directions transfers are made at the same time")
    void noDeadlock(Subject<BankTransferContract> subject, Exhibit exhibit) {
        Desk opposite = new Desk("2 transfers in opposite directions", 1, 2)
                .transfer(0, "teller 1", 1, 2, 30)
                .transfer(0, "teller 2", 2, 1, 20);
        Played played = opposite.play(subject);
        opposite.demandAllThrough(played);
        exhibit.show(new Picture(
                "2 transfers in opposite directions", played.observed().run().timeline(), Optional.empty()));
        for (long[] pair : PAIRS) {
            Desk desk = new Desk("2 transfers in opposite directions", pair)
                    .transfer(0, "teller 1", pair[0], pair[1], 30)
                    .transfer(0, "teller 2", pair[1], pair[0], 20);
            desk.demandAllThrough(desk.play(subject));
        }
        for (long[] each : List.of(new long[] {1, 2, 3}, FAR_APART)) {
            Desk circle = new Desk("3 transfers in a circle", each)
                    .transfer(0, "teller 1", each[0], each[1], 30)
                    .transfer(0, "teller 2", each[1], each[2], 20)
                    .transfer(0, "teller 3", each[2], each[0], 10);
            circle.demandAllThrough(circle.play(subject));
        }
        Desk itself = new Desk("a transfer from an account to itself, and 2 more", 1, 2)
                .transfer(0, "teller 1", 1, 1, 30)
                .transfer(0, "teller 2", 2, 1, 20)
                .transfer(0, "teller 3", 1, 2, 10);
        itself.demandAllThrough(itself.play(subject));
        Desk shifted = new Desk("4 transfers, begun one after another", 1, 2, 3)
                .transfer(0, "teller 1", 1, 3, 30)
                .transfer(500, "teller 2", 3, 2, 20)
                .transfer(700, "teller 3", 2, 1, 10)
                .transfer(1_500, "teller 4", 3, 1, 10);
        shifted.demandAllThrough(shifted.play(subject));
    }

    @Check(
            id = "overlaps",
            kind = Kind.TIME,
            points = 2,
            needs = {"no-deadlock", "nothing-missing"})
    @Order(5)
    @DisplayName("makes transfers that have no account in common at the same time")
    void overlaps(Subject<BankTransferContract> subject) {
        Desk alone = new Desk("1 transfer", 1, 2).transfer(0, "teller 1", 1, 2, 10);
        Played played = alone.play(subject);
        alone.demandAllThrough(played);
        long single = played.call("teller 1").deed().endedAt();

        Desk pairs = new Desk("3 transfers between 6 accounts", 1, 2, 3, 4, 5, 6)
                .transfer(0, "teller 1", 1, 2, 10)
                .transfer(0, "teller 2", 4, 3, 10)
                .transfer(0, "teller 3", 5, 6, 10);
        played = pairs.play(subject);
        pairs.demandAllThrough(played);
        for (String teller : List.of("teller 1", "teller 2", "teller 3")) {
            pairs.demandWithin(played, teller, single);
        }

        Desk besides = new Desk("a transfer beside two that wait for each other", 1, 2, 3, 4, 5)
                .transfer(0, "teller 1", 1, 2, 10)
                .transfer(500, "teller 2", 2, 3, 10)
                .transfer(600, "teller 3", 4, 5, 10);
        played = besides.play(subject);
        besides.demandAllThrough(played);
        besides.demandWithin(played, "teller 3", single);
    }

    @Check(
            id = "guarded",
            kind = Kind.RACES,
            points = 1,
            needs = {"overlaps"})
    @Order(6)
    @DisplayName("touches nothing that is shared without a lock or what stands in for one")
    void guarded(Subject<BankTransferContract> subject, RandomGenerator random) {
        Schedules.explore(subject, ThreeTransfers.class, random);
    }

    @Check(
            id = "arguments-and-interrupt",
            kind = Kind.EDGES,
            points = 1,
            needs = {"no-deadlock", "nothing-missing"})
    @Order(7)
    @DisplayName("refuses null and less than 1, and does not lose an interrupt")
    void argumentsAndInterrupt(Subject<BankTransferContract> subject) {
        Arguments<BankTransferContract> arguments = new Arguments<BankTransferContract>()
                .mustThrow(NullPointerException.class, "transfer(null, to, 1)", (transfers, world) -> {
                    transfers.transfer(null, new Bank(world).open(1, 100), 1);
                    return null;
                })
                .mustThrow(NullPointerException.class, "transfer(from, null, 1)", (transfers, world) -> {
                    transfers.transfer(new Bank(world).open(1, 100), null, 1);
                    return null;
                });
        for (long amount : List.of(0L, -1L, Long.MIN_VALUE)) {
            arguments.mustThrow(
                    IllegalArgumentException.class, "transfer(from, to, " + amount + ")", (transfers, world) -> {
                        Bank bank = new Bank(world);
                        transfers.transfer(bank.open(1, 100), bank.open(2, 100), amount);
                        return null;
                    });
        }
        arguments.check(subject);

        demandInterruptible(subject, new long[] {1, 2}, new long[] {3, 1});
        // whoever begins with the smaller number, or with the greater one, has one lock already while it waits for the
        // other
        demandInterruptible(subject, new long[] {2, 3}, new long[] {1, 2});
        demandInterruptible(subject, new long[] {1, 2}, new long[] {3, 2});
    }

    /** One transfer is under way, and another waits for an account of it and is interrupted. */
    private static void demandInterruptible(
            Subject<BankTransferContract> subject, long[] underWay, long[] interrupted) {
        Desk desk = new Desk("a transfer that is interrupted while it waits", 1, 2, 3)
                .transfer(0, "teller 1", underWay[0], underWay[1], 30)
                .transfer(500, "teller 2", interrupted[0], interrupted[1], 20)
                .interrupt(1_200, "teller 2")
                .transfer(10_000, "teller 3", interrupted[0], interrupted[1], 10);
        Played played = desk.play(subject);
        desk.demandNobodyStuck(played);
        desk.demandLocked(played);
        desk.demandInterruptKept(played, "teller 2");
        boolean made = played.call("teller 2").deed().failure().isEmpty();
        desk.demandBalance(played, interrupted[0], made ? 70 : 90);
    }

    /** One transfer by one thread. */
    private static void demandMove(
            Subject<BankTransferContract> subject, long from, long to, long balance, long amount, boolean possible) {
        AtomicReference<Bank> used = new AtomicReference<>();
        AtomicReference<Optional<Long>> held = new AtomicReference<>(Optional.empty());
        Run<String> run = subject.run(SETTINGS, (transfers, world) -> {
            Bank bank = new Bank(world);
            used.set(bank);
            bank.open(1, from == 1 ? balance : 50);
            bank.open(2, from == 2 ? balance : 50);
            try {
                transfers.transfer(bank.account(from), bank.account(to), amount);
                return "";
            } catch (IllegalStateException refused) {
                return "refused";
            } finally {
                held.set(bank.heldBy(Thread.currentThread()));
            }
        });
        String what =
                "A transfer of " + amount + " from account " + from + ", which has " + balance + ", to account " + to;
        String end = Endings.valueOf(run, subject.exercise(), what);
        held.get().ifPresent(number -> {
            throw CheckFailure.proven(
                    Diagnosis.LOCK_NOT_RELEASED,
                    what + (end.isEmpty() ? " has ended" : " was refused")
                            + ", and its thread still holds the lock of account " + number + ".");
        });
        boolean refused = end.equals("refused");
        if (refused == possible) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    what
                            + (possible
                                    ? " is possible, but it was refused."
                                    : " is to be refused with IllegalStateException, but it was not."));
        }
        long moved = possible && from != to ? amount : 0;
        for (long number : List.of(1L, 2L)) {
            long before = number == from ? balance : 50;
            long due = before + (number == to ? moved : 0) - (number == from ? moved : 0);
            long after = used.get().balance(number);
            if (after != due) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        what + (refused ? " was refused, and account " : " was made, and account ") + number + " has "
                                + after + " instead of " + due + ".");
            }
        }
    }

    /** Two transfers in opposite directions, and one between two other accounts. */
    public static final class ThreeTransfers implements Scenario<BankTransferContract> {

        private final List<QuickAccount> accounts =
                List.of(new QuickAccount(1), new QuickAccount(2), new QuickAccount(3), new QuickAccount(4));

        /** Creates the scenario, for the process that explores it. */
        public ThreeTransfers() {}

        @Override
        public List<Party> parties(BankTransferContract transfers, RandomGenerator random) {
            return List.of(
                    new Party("teller 1", () -> transfers.transfer(accounts.get(0), accounts.get(1), 30)),
                    new Party("teller 2", () -> transfers.transfer(accounts.get(1), accounts.get(0), 20)),
                    new Party("teller 3", () -> transfers.transfer(accounts.get(2), accounts.get(3), 10)));
        }

        @Override
        public void verify() {
            List<Long> balances = accounts.stream().map(QuickAccount::balance).toList();
            if (!balances.equals(List.of(90L, 110L, 90L, 110L))) {
                throw CheckFailure.proven(
                        Diagnosis.WRONG_VALUES,
                        "4 accounts had 100 each. Of 30 from 1 to 2, 20 from 2 to 1 and 10 from 3 to 4, the balances "
                                + balances + " came.");
            }
        }
    }

    /** An account that costs no time. */
    private static final class QuickAccount implements Account {

        private final long number;
        private final Lock lock = new ReentrantLock();
        private long balance = 100;

        QuickAccount(long number) {
            this.number = number;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public Lock lock() {
            return lock;
        }

        @Override
        public long balance() {
            return balance;
        }

        @Override
        public void setBalance(long amount) {
            balance = amount;
        }
    }

    /** A scene in a bank whose accounts have 100 each: tellers make transfers. */
    private static final class Desk {

        private static final long BALANCE = 100;

        private final Scene<BankTransferContract> scene;
        private final AtomicReference<Bank> bank = new AtomicReference<>();

        Desk(String caption, long... accounts) {
            scene = new Scene<BankTransferContract>(caption).opening(world -> {
                Bank opened = new Bank(world);
                for (long account : accounts) {
                    opened.open(account, BALANCE);
                }
                bank.set(opened);
            });
        }

        Desk transfer(long millis, String teller, long from, long to, long amount) {
            scene.at(millis, teller, "transfer " + from + " → " + to, transfers -> {
                transfers.transfer(bank.get().account(from), bank.get().account(to), amount);
                return "";
            });
            return this;
        }

        Desk interrupt(long millis, String teller) {
            scene.interrupt(millis, teller);
            return this;
        }

        Played play(Subject<BankTransferContract> subject) {
            return scene.play(subject, SETTINGS, END);
        }

        /** Demands that balances were touched only by those who held the lock, and that no money was ever missing. */
        void demandLocked(Played played) {
            List<Breach> breaches = bank.get().breaches();
            if (!breaches.isEmpty()) {
                throw unlocked(breaches, played);
            }
            bank.get().missing().ifPresent(missing -> {
                throw CheckFailure.proven(
                                played.calls().size() > 1 ? Diagnosis.CHECK_THEN_ACT : Diagnosis.PARTIAL_TRANSFER,
                                "At a moment at which nobody held a lock, so that an auditor could have come in, "
                                        + (missing > 0 ? missing + " was missing." : -missing + " was there too much."))
                        .showing(picture(played));
            });
        }

        private static CheckFailure unlocked(List<Breach> breaches, Played played) {
            Breach breach = breaches.stream().filter(Breach::write).findFirst().orElse(breaches.getFirst());
            Diagnosis diagnosis = played.observed().locks() == 0
                    ? Diagnosis.DATA_RACE
                    : breach.write() ? Diagnosis.WRONG_LOCK : Diagnosis.CHECK_THEN_ACT;
            return CheckFailure.proven(
                            diagnosis,
                            "You " + (breach.write() ? "write" : "read") + " the balance of account " + breach.account()
                                    + " without holding the lock of that account.")
                    .at(breach.place().map(Place::of))
                    .showing(picture(played));
        }

        /** Demands that of several transfers one was made, and the others refused. */
        void demandOneThrough(Played played) {
            long made = played.calls().stream()
                    .filter(call -> call.deed().failure().isEmpty())
                    .count();
            played.calls().stream()
                    .flatMap(call -> call.deed().failure().stream())
                    .filter(failure -> !(failure instanceof IllegalStateException))
                    .findFirst()
                    .ifPresent(failure -> {
                        throw Endings.unexpected(failure).showing(picture(played));
                    });
            if (made != 1) {
                throw CheckFailure.proven(
                                Diagnosis.CHECK_THEN_ACT,
                                "An account had " + BALANCE + ", and of "
                                        + played.calls().size()
                                        + " transfers of more than half of it, made at the same moment, " + made
                                        + " were made instead of 1.")
                        .showing(picture(played));
            }
        }

        void demandAllThrough(Played played) {
            demandNobodyStuck(played);
            played.calls().stream()
                    .flatMap(call -> call.deed().failure().stream())
                    .findFirst()
                    .ifPresent(failure -> {
                        throw Endings.unexpected(failure).showing(picture(played));
                    });
        }

        void demandNobodyStuck(Played played) {
            List<Call> stuck = played.stuck();
            if (stuck.isEmpty()) {
                return;
            }
            Diagnosis diagnosis = bank.get().isInACircle() || !bank.get().isAnyLockHeld()
                    ? Diagnosis.LOCK_ORDER_DEADLOCK
                    : Diagnosis.LOCK_NOT_RELEASED;
            String waits = String.join("; ", bank.get().waits());
            throw CheckFailure.measured(
                            diagnosis,
                            stuck.size() + " of " + played.calls().size() + " transfers never end"
                                    + (waits.isEmpty() ? "." : ": " + waits + "."))
                    .at(Endings.placeOf(stuck.stream()
                            .flatMap(call -> played.stall(call).stream())
                            .toList()))
                    .showing(picture(played));
        }

        void demandWithin(Played played, String teller, long nanos) {
            Call call = played.call(teller);
            long took = call.deed().endedAt() - call.deed().begunAt();
            if (took > nanos) {
                throw CheckFailure.measured(
                                Diagnosis.ONE_LOCK_FOR_ALL,
                                teller + "'s " + call.what()
                                        + " has no account in common with one that is under way, and took "
                                        + Times.ofNanos(took) + " instead of " + Times.ofNanos(nanos) + ": it waited.")
                        .showing(picture(played));
            }
        }

        void demandInterruptKept(Played played, String teller) {
            Call call = played.call(teller);
            boolean thrown = call.deed()
                    .failure()
                    .filter(InterruptedException.class::isInstance)
                    .isPresent();
            if (!thrown && !(call.deed().failure().isEmpty() && call.deed().interruptedAtEnd())) {
                throw CheckFailure.measured(
                                Diagnosis.INTERRUPT_SWALLOWED,
                                teller + " was interrupted while it waited for a lock. Its transfer "
                                        + call.deed()
                                                .failure()
                                                .map(failure -> "threw " + Endings.describe(failure))
                                                .orElse("was made")
                                        + ", and the thread's interrupt flag is clear: nobody will ever know.")
                        .showing(picture(played));
            }
        }

        void demandBalance(Played played, long account, long due) {
            long balance = bank.get().balance(account);
            if (balance != due) {
                throw CheckFailure.proven(
                                Diagnosis.WRONG_VALUES,
                                "After an interrupted transfer account " + account + " has " + balance + " instead of "
                                        + due + ".")
                        .showing(picture(played));
            }
        }

        private static Picture picture(Played played) {
            return new Picture(played.caption(), played.observed().run().timeline(), Optional.empty());
        }
    }
}
