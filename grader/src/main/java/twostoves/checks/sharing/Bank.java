package twostoves.checks.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import twostoves.evidence.Frame;
import twostoves.kit.Account;
import twostoves.simulation.Simulation;

/**
 * A bank whose ledger is slow in virtual time, and which notes who touches an account without holding its lock. Whenever nobody
 * holds any lock it counts its money, as an auditor could at that moment.
 *
 * <p>Good for one run.
 */
final class Bank {

    /** How long it takes to read a balance, and to write one. */
    static final Duration COST = Duration.ofSeconds(1);

    /** After so many locks a thread goes on without letting others go first, or two that give way to each other never end. */
    private static final int PAUSES_PER_THREAD = 6;

    /**
     * An access without the lock.
     *
     * @param write whether the balance was written
     * @param account the number of the account
     * @param place the learner's line
     */
    record Breach(boolean write, long account, Optional<Frame> place) {}

    private final Simulation world;
    private final Map<Long, Entry> accounts = new LinkedHashMap<>();
    private final Map<Thread, AtomicInteger> pauses = new ConcurrentHashMap<>();

    // guarded by this
    private final Map<Entry, Thread> holders = new LinkedHashMap<>();
    private final Map<Thread, Entry> waiting = new LinkedHashMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private long total;
    private Optional<Long> missing = Optional.empty();

    Bank(Simulation world) {
        this.world = world;
    }

    /** Opens an account; before anybody uses the bank. */
    Account open(long number, long balance) {
        Entry entry = new Entry(number, balance);
        accounts.put(number, entry);
        total += balance;
        return entry;
    }

    Account account(long number) {
        return Optional.ofNullable(accounts.get(number)).orElseThrow();
    }

    /** What an account holds, whoever asks. */
    long balance(long number) {
        return accounts.get(number).balance;
    }

    synchronized List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    /** How much money was missing when an auditor could first have noticed; negative if there was too much. */
    synchronized Optional<Long> missing() {
        return missing;
    }

    /** Whether a thread still holds a lock, and which. */
    synchronized Optional<Long> heldBy(Thread thread) {
        return holders.entrySet().stream()
                .filter(holder -> holder.getValue() == thread)
                .map(holder -> holder.getKey().number)
                .findFirst();
    }

    synchronized boolean isAnyLockHeld() {
        return !holders.isEmpty();
    }

    /** Says for each thread that waits which lock it waits for, and who holds that: {@code a holds 1 and waits for 2}. */
    synchronized List<String> waits() {
        return waiting.entrySet().stream()
                .map(wait -> wait.getKey().getName()
                        + heldBy(wait.getKey())
                                .map(number -> " holds account " + number + " and")
                                .orElse("")
                        + " waits for account " + wait.getValue().number
                        + Optional.ofNullable(holders.get(wait.getValue()))
                                .map(holder -> ", which " + holder.getName() + " holds")
                                .orElse(""))
                .toList();
    }

    /** Whether every thread that waits does so for another thread that waits too. */
    synchronized boolean isInACircle() {
        return !waiting.isEmpty()
                && waiting.values().stream()
                        .allMatch(entry -> holders.containsKey(entry) && waiting.containsKey(holders.get(entry)));
    }

    private synchronized void beginWaiting(Entry entry) {
        waiting.put(Thread.currentThread(), entry);
    }

    private synchronized void endWaiting() {
        waiting.remove(Thread.currentThread());
    }

    private void taken(Entry entry) {
        synchronized (this) {
            holders.put(entry, Thread.currentThread());
        }
        letOthersGoFirst();
    }

    private void letOthersGoFirst() {
        int count = pauses.computeIfAbsent(Thread.currentThread(), first -> new AtomicInteger())
                .incrementAndGet();
        if (count <= PAUSES_PER_THREAD) {
            world.letOthersCatchUp();
        }
    }

    private synchronized void released(Entry entry) {
        holders.remove(entry);
        if (holders.isEmpty() && missing.isEmpty()) {
            long now =
                    accounts.values().stream().mapToLong(each -> each.balance).sum();
            missing = Optional.of(total - now).filter(difference -> difference != 0);
        }
    }

    private synchronized void note(Breach breach) {
        breaches.add(breach);
    }

    private static Optional<Frame> learnersLine() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> Frame.of(frame.toStackTraceElement()))
                        .filter(Frame::isLearners)
                        .findFirst());
    }

    /** An account of this bank. */
    private final class Entry implements Account {

        private final long number;
        private final EntryLock lock = new EntryLock(this);
        private volatile long balance;

        Entry(long number, long balance) {
            this.number = number;
            this.balance = balance;
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
            access(false);
            return balance;
        }

        @Override
        public void setBalance(long amount) {
            access(true);
            balance = amount;
        }

        private void access(boolean write) {
            if (!lock.isHeldByCurrentThread()) {
                note(new Breach(write, number, learnersLine()));
            }
            world.compute((write ? "write " : "read ") + number, number, COST);
        }

        @Override
        public String toString() {
            return "account " + number;
        }
    }

    /** A lock that lets others go first when it was taken and when it was given back, so that they come between two locks. */
    private final class EntryLock extends ReentrantLock {
        private static final long serialVersionUID = 1;

        private final transient Entry entry;

        EntryLock(Entry entry) {
            this.entry = entry;
        }

        @Override
        public void lock() {
            beginWaiting(entry);
            try {
                super.lock();
            } finally {
                endWaiting();
            }
            noteTaken();
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            beginWaiting(entry);
            try {
                super.lockInterruptibly();
            } finally {
                endWaiting();
            }
            noteTaken();
        }

        @Override
        public boolean tryLock() {
            boolean taken = super.tryLock();
            if (taken) {
                noteTaken();
            }
            return taken;
        }

        @Override
        public void unlock() {
            boolean last = getHoldCount() == 1;
            if (last) {
                released(entry);
            }
            super.unlock();
            if (last) {
                letOthersGoFirst();
            }
        }

        private void noteTaken() {
            if (getHoldCount() == 1) {
                taken(entry);
            }
        }
    }
}
