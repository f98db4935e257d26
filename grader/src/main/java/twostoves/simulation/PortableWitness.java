package twostoves.simulation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jdk.management.VirtualThreadSchedulerMXBean;
import twostoves.evidence.Stall;

/**
 * Asks Java alone: thread states, the counts of the virtual-thread scheduler, processor time.
 *
 * <p>None of these shows a thread that has been unparked but not yet scheduled. So every wake must have been acknowledged,
 * and between the two readings lies a grace: threads of our own are woken through the same queues several times round, and
 * the pause that follows is many times as long as the slowest of their answers. Slower than asking the kernel, about 20 ms
 * for each step of the clock, and more on a busy machine; for macOS and Windows.
 */
final class PortableWitness implements Witness {

    private static final Duration GRACE = Duration.ofMillis(20);
    private static final int CANARY_ROUNDS = 8;

    /** How many times as long as the slowest canary took is waited for a thread that was woken and does not show it yet. */
    private static final int SAFETY_FACTOR = 10;

    private static final Duration DEADLOCK_GRACE = Duration.ofSeconds(1);

    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private final SubmissionThreads threads;
    private final List<Canary> canaries = new ArrayList<>();
    private final Map<Thread, Long> nanosAtInstant = new IdentityHashMap<>();
    private Set<Thread> disregarded = Set.of();
    private Set<Thread> spinning = Set.of();

    PortableWitness(SubmissionThreads threads) {
        this.threads = threads;
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Canary canary = new Canary(Thread.currentThread());
            canaries.add(canary);
            threads.exclude(canary.thread);
        }
    }

    /** A thread parked until it is called: the time it takes to answer is the machine's present wake-up delay. */
    private static final class Canary {
        private final Thread asker;
        private final Thread thread =
                Thread.ofPlatform().daemon().name("kata-canary").unstarted(this::answerCalls);
        private volatile int calls;
        private volatile int answers;
        private volatile boolean closed;

        Canary(Thread asker) {
            this.asker = asker;
            thread.start();
        }

        private void answerCalls() {
            while (!closed) {
                if (calls == answers) {
                    LockSupport.park(this);
                } else {
                    answers = calls;
                    LockSupport.unpark(asker);
                }
            }
        }

        void call() {
            calls = answers + 1;
            LockSupport.unpark(thread);
        }

        void awaitAnswer() {
            while (calls != answers) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        void close() {
            closed = true;
            LockSupport.unpark(thread);
        }
    }

    private List<Thread> watched() {
        return threads.relevant().stream()
                .filter(thread -> !disregarded.contains(thread))
                .toList();
    }

    private boolean quiet(List<Thread> watched) {
        if (watched.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE)
                || threads.someMayGetLock()
                || someWaitForFreeMonitor()) {
            return false;
        }
        // a spinning virtual thread stays mounted: the counts say nothing about the others then
        return !disregarded.isEmpty()
                || SCHEDULER.getQueuedVirtualThreadCount() <= 0 && SCHEDULER.getMountedVirtualThreadCount() <= 0;
    }

    /** Who released it has not woken the next yet, or that one has not run since. */
    private boolean someWaitForFreeMonitor() {
        Set<Long> waiting = threads.waitForMonitorWithoutOwner();
        if (waiting.isEmpty()) {
            return false;
        }
        // virtual threads that hold it are told of by a dump alone
        List<Stall> stalls = ThreadDump.of(threads);
        Set<String> held =
                stalls.stream().flatMap(stall -> stall.owns().stream()).collect(Collectors.toSet());
        return stalls.stream()
                .filter(stall -> waiting.contains(stall.thread().id()) && stall.isBlocked())
                .anyMatch(stall -> !held.contains(stall.waitsFor()));
    }

    @Override
    public boolean needsAcknowledgement() {
        return true;
    }

    @Override
    public Duration deadlockGrace() {
        return DEADLOCK_GRACE;
    }

    @Override
    public boolean allAsleep() {
        List<Thread> watched = watched();
        long started = SubmissionThreads.startedSoFar();
        if (!quiet(watched)) {
            return false;
        }
        Map<Long, Long> before = processorNanos(watched);
        letTheWokenRun();
        return quiet(watched)
                && SubmissionThreads.startedSoFar() == started
                && processorNanos(watched).equals(before)
                && quiet(watched);
    }

    private static Map<Long, Long> processorNanos(List<Thread> watched) {
        return watched.stream().collect(Collectors.toMap(Thread::threadId, SubmissionThreads::processorNanos));
    }

    private void letTheWokenRun() {
        long slowest = 0;
        for (int round = 0; round < CANARY_ROUNDS; round++) {
            long called = System.nanoTime();
            canaries.forEach(Canary::call);
            canaries.forEach(Canary::awaitAnswer);
            slowest = Math.max(slowest, System.nanoTime() - called);
        }
        long grace = Math.max(GRACE.toNanos(), SAFETY_FACTOR * slowest);
        long end = System.nanoTime() + grace;
        for (long left = grace; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void beginInstant() {
        nanosAtInstant.clear();
        disregarded = Set.of();
        spinning = Set.of();
    }

    @Override
    public List<String> spinning(Duration limit) {
        List<Thread> awake = new ArrayList<>();
        boolean allBurning = true;
        for (Thread thread : watched()) {
            long nanos = SubmissionThreads.processorNanos(thread);
            if (nanos < 0) {
                continue;
            }
            long before = nanosAtInstant.computeIfAbsent(thread, unseen -> nanos);
            if (thread.getState() == Thread.State.RUNNABLE) {
                awake.add(thread);
                allBurning &= nanos - before > limit.toNanos();
            }
        }
        if (!allBurning || awake.isEmpty()) {
            return List.of();
        }
        spinning = Set.copyOf(awake);
        return awake.stream().map(Thread::getName).toList();
    }

    @Override
    public void disregardSpinning() {
        disregarded = spinning;
    }

    @Override
    public void close() {
        canaries.forEach(Canary::close);
    }
}
