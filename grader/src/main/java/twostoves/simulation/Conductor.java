package twostoves.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import twostoves.evidence.Span;
import twostoves.evidence.Stall;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;

/**
 * Moves the clock of one simulated run, on the thread that calls {@link #run}.
 *
 * <p>The loop: wait until the submission is quiescent; take in what was handed in meanwhile; move the clock to the earliest
 * due instant; make happen what is due then; repeat. The run is over when the call has ended and nobody can move: what is
 * under way then, and whoever is alive then, has outlived the call. Quiescent with nothing due means that it never will end.
 */
final class Conductor {

    /** Makes the witness for a run. */
    interface WitnessFactory {
        Witness create(SubmissionThreads threads);
    }

    /** How much of its own processor time a thread may burn at one instant before it counts as spinning. */
    private static final Duration SPINNING = Duration.ofMillis(200);

    /** Once somebody has been found spinning, less patience is needed. */
    private static final Duration SPINNING_AGAIN = SPINNING.dividedBy(10);

    /** The same when nothing is due either, so that the verdict would be that the call never returns. */
    private static final Duration SPINNING_FOR_EVER = Duration.ofSeconds(5);

    /** How much real time a wait with a limit in real time is given before it counts as waiting for ever. */
    private static final Duration REAL_LIMIT_GRACE = Duration.ofSeconds(2);

    private static final Duration PATIENCE_WITH_ACKNOWLEDGEMENTS = Duration.ofMillis(2);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMillis(300);

    private static final Comparator<Event> ARRIVALS =
            Comparator.comparingLong(event -> event.subject == null ? -1 : event.subject.item());

    private enum Quiet {
        ASLEEP,
        ALL_BUT_SPINNING,
        OUT_OF_TIME
    }

    /** A stretch of a computation on a core. */
    private record Slice(Event computation, long start, long end, Span.Ending ending) {}

    private final Settings settings;
    private final WitnessFactory witnesses;
    private final Watchdog watchdog;
    private final AtomicBoolean used = new AtomicBoolean();

    private final Queue<Event> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicLong handedIn = new AtomicLong();
    private final AtomicLong woken = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile long now;
    private volatile boolean over;
    private volatile Thread conducting;

    // used by the conducting thread only
    private final PriorityQueue<Event> agenda = new PriorityQueue<>();
    private final List<Event> requests = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();
    private final List<String> spinning = new ArrayList<>();
    private final Queue<Event> roused = new ArrayDeque<>();
    private final Cores cores;
    private long sequence;
    private long steps;

    Conductor(Settings settings, WitnessFactory witnesses, Watchdog watchdog) {
        this.settings = settings;
        this.witnesses = witnesses;
        this.watchdog = watchdog;
        this.cores = new Cores(settings.cores(), settings.quantum().toNanos());
    }

    long now() {
        return now;
    }

    boolean isOver() {
        return over;
    }

    /** Tells whether it runs on the current thread. */
    boolean isCurrentThread() {
        return Thread.currentThread() == conducting;
    }

    /** Takes an event from any thread; the conductor sees it when all is quiet. */
    void handIn(Event event) {
        inbox.add(event);
        handedIn.incrementAndGet();
    }

    /** A woken thread says that it runs again. */
    void acknowledge() {
        acknowledged.incrementAndGet();
    }

    /** The call under judgement, on its thread; what it leaves is read when {@link #ended} is true. */
    private final class Caller<T> implements Runnable {
        private final Callable<T> submission;
        private T value;
        private Throwable failure;
        private long endedAt;
        private boolean interruptedAtEnd;
        private volatile boolean ended;

        Caller(Callable<T> submission) {
            this.submission = submission;
        }

        @Override
        public void run() {
            try {
                value = submission.call();
            } catch (Throwable thrown) {
                failure = thrown;
            }
            endedAt = now;
            interruptedAtEnd = Thread.currentThread().isInterrupted();
            ended = true;
        }
    }

    <T> Run<T> run(Callable<T> submission) {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("a simulation is good for one run");
        }
        long begun = System.nanoTime();
        conducting = Thread.currentThread();
        SubmissionThreads threads = new SubmissionThreads();
        try (Witness witness = witnesses.create(threads)) {
            awaitQuietProcess(witness, begun);
            Caller<T> caller = new Caller<>(submission);
            Thread thread = Thread.ofPlatform().name("caller").daemon().unstarted(caller);
            settings.interruptCallerAt()
                    .ifPresent(
                            time -> handIn(new Event(Event.Effect.INTERRUPT, thread, null, null, 0, time.toNanos())));
            thread.start();
            return conduct(caller, thread, threads, witness, begun);
        } finally {
            over = true;
        }
    }

    private void awaitQuietProcess(Witness witness, long begun) {
        witness.beginInstant();
        if (awaitQuiet(witness, begun) != Quiet.ASLEEP) {
            throw new UnquietProcessException(List.copyOf(spinning));
        }
        spinning.clear();
    }

    private <T> Run<T> conduct(
            Caller<T> caller, Thread thread, SubmissionThreads threads, Witness witness, long begun) {
        witness.beginInstant();
        List<Stall> firstWait = List.of();
        boolean lookAround = settings.lookAround();
        boolean interruptStruck = false;
        long quietSince = 0;
        Run.End end = null;
        while (end == null) {
            Quiet quiet = awaitQuiet(witness, begun);
            takeIn();
            if (lookAround && inFlight() > 0) {
                lookAround = false;
                firstWait = ThreadDump.of(threads, thread.threadId());
            }
            if (caller.ended) {
                end = caller.failure == null ? Run.End.RETURNED : Run.End.THREW;
            } else if (quiet == Quiet.OUT_OF_TIME || steps >= Simulation.MOST_STEPS) {
                end = Run.End.OUT_OF_TIME;
                if (spinning.isEmpty()) {
                    spinning.addAll(witness.spinning(SPINNING_AGAIN));
                }
            } else if (isSomethingDue()) {
                quietSince = 0;
                witness.beginInstant();
                interruptStruck |= step(caller);
            } else if (quiet == Quiet.ALL_BUT_SPINNING) {
                end = Run.End.SPINNING;
            } else {
                quietSince = quietSince == 0 ? System.nanoTime() : quietSince;
                Duration grace = threads.someWaitHasRealLimit() ? REAL_LIMIT_GRACE : witness.deadlockGrace();
                if (System.nanoTime() - quietSince >= grace.toNanos()) {
                    end = Run.End.DEADLOCKED;
                } else {
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                }
            }
        }
        // not asked of the caller again: whatever it does after the verdict is no part of the run
        boolean ended = end == Run.End.RETURNED || end == Run.End.THREW;
        boolean look = !ended || settings.findLeftovers();
        List<Stall> alive = look ? ThreadDump.of(threads, thread.threadId()) : List.of();
        Run<T> run = new Run<>(
                end,
                ended ? Optional.ofNullable(caller.value) : Optional.empty(),
                ended ? Optional.ofNullable(caller.failure) : Optional.empty(),
                new Timeline(spans(thread), ended ? caller.endedAt : now),
                ended ? inFlight() : 0,
                ended && caller.interruptedAtEnd,
                interruptStruck,
                List.copyOf(spinning),
                firstWait,
                ended ? List.of() : alive,
                ended ? alive : List.of(),
                ended
                        && spinning.isEmpty()
                        && !isSomethingDue()
                        && inFlight() == 0
                        && threads.alive().isEmpty(),
                steps,
                System.nanoTime() - begun);
        dismiss(threads, witness);
        return run;
    }

    /** Waits until nobody can move. Real time passes only as long as somebody of the submission really computes. */
    private Quiet awaitQuiet(Witness witness, long begun) {
        long started = System.nanoTime();
        long nextLookAtSpinning = started + Witness.BETWEEN_LOOKS_AT_SPINNING.toNanos();
        long handedInBefore = handedIn.get();
        long progressSeen = progress();
        boolean disregarding = false;
        long nap = 0;
        while (true) {
            long time = System.nanoTime();
            // where the witness can do without, acknowledgements only save futile questions
            boolean worthAsking = acknowledged.get() == woken.get()
                    || !witness.needsAcknowledgement() && time - started > PATIENCE_WITH_ACKNOWLEDGEMENTS.toNanos();
            if (worthAsking && allRousedGotUp() && witness.allAsleep()) {
                return disregarding ? Quiet.ALL_BUT_SPINNING : Quiet.ASLEEP;
            }
            if (time - begun > watchdog.patience().toNanos()) {
                return Quiet.OUT_OF_TIME;
            }
            if (time > nextLookAtSpinning) {
                nextLookAtSpinning = time + Witness.BETWEEN_LOOKS_AT_SPINNING.toNanos();
                long progress = progress();
                boolean getsOn = progress != progressSeen && handedIn.get() - handedInBefore < Simulation.MOST_STEPS;
                if (getsOn && !disregarding) {
                    progressSeen = progress;
                    witness.beginInstant();
                }
                List<String> found = witness.spinning(patienceWithSpinning());
                if (!found.isEmpty()) {
                    if (spinning.isEmpty()) {
                        spinning.addAll(found);
                    }
                    witness.disregardSpinning();
                    disregarding = true;
                    continue;
                }
            }
            nap = backOff(nap, time - started);
        }
    }

    /**
     * Tells whether every platform thread that was woken has left the wait it was woken from. Nothing but a processor stands in
     * its way, so until then somebody can move, whatever the witness sees. A virtual thread may lack a carrier for ever.
     */
    private boolean allRousedGotUp() {
        while (!roused.isEmpty() && LockSupport.getBlocker(roused.peek().owner) != roused.peek()) {
            roused.remove();
        }
        return roused.isEmpty();
    }

    /**
     * Grows as long as threads begin to wait for the conductor, or run on after such a wait: ten thousand of them may keep a
     * worker busy for longer than a thread may spin, and none of them spins.
     */
    private long progress() {
        return handedIn.get() + acknowledged.get();
    }

    private Duration patienceWithSpinning() {
        if (inbox.isEmpty() && !isSomethingDue()) {
            return SPINNING_FOR_EVER;
        }
        return spinning.isEmpty() ? SPINNING : SPINNING_AGAIN;
    }

    /** Yields at first, then sleeps a little longer each time, so as not to take the processor from those it waits for. */
    private static long backOff(long nap, long waited) {
        if (nap == 0) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(nap);
        }
        return waited > 30_000 ? Math.min(500_000, Math.max(10_000, nap * 3 / 2)) : nap;
    }

    /** Takes in what was handed in; what came at one instant came together, so it is put in an order of its own. */
    private void takeIn() {
        List<Event> arrived = new ArrayList<>();
        for (Event event = inbox.poll(); event != null; event = inbox.poll()) {
            arrived.add(event);
        }
        arrived.sort(ARRIVALS);
        for (Event event : arrived) {
            event.sequence = sequence++;
            if (event.subject != null) {
                requests.add(event);
            }
            if (event.isComputation()) {
                cores.arrive(event);
            } else {
                agenda.add(event);
            }
        }
        agenda.addAll(cores.dispatch(now));
    }

    private int inFlight() {
        return (int) requests.stream().filter(Event::isPending).count();
    }

    private boolean isSomethingDue() {
        while (!agenda.isEmpty() && !agenda.peek().isPending()) {
            agenda.remove();
        }
        return !agenda.isEmpty() && agenda.peek().due != Event.NEVER;
    }

    /**
     * Moves the clock to the next event and lets everything happen that is due then and of the same kind.
     *
     * @return whether the caller was interrupted while its call was under way
     */
    private boolean step(Caller<?> caller) {
        Event first = agenda.peek();
        boolean interruptStruck = false;
        now = first.due;
        steps++;
        List<Event> happening = new ArrayList<>();
        while (!agenda.isEmpty() && agenda.peek().due == now && agenda.peek().effect == first.effect) {
            Event event = agenda.remove();
            if (event.isComputation() && !finishSlice(event)) {
                continue;
            }
            if (event.state.compareAndSet(Event.State.PENDING, Event.State.HAPPENED)) {
                happening.add(event);
            }
        }
        agenda.addAll(cores.dispatch(now));
        woken.addAndGet(happening.stream().filter(Conductor::isAcknowledged).count());
        for (Event event : happening) {
            switch (event.effect) {
                case WAKE -> {
                    LockSupport.unpark(event.owner);
                    if (!event.owner.isVirtual()) {
                        roused.add(event);
                    }
                }
                case ACT -> Thread.ofVirtual().name("kata-timer").start(event.action);
                case ALARM -> event.owner.interrupt();
                case INTERRUPT -> {
                    interruptStruck |= !caller.ended;
                    event.owner.interrupt();
                }
            }
            event.delivered = true;
        }
        return interruptStruck;
    }

    private static boolean isAcknowledged(Event event) {
        return event.effect == Event.Effect.WAKE || event.effect == Event.Effect.ALARM;
    }

    private boolean finishSlice(Event computation) {
        long start = computation.sliceStart;
        boolean done = cores.finishSlice(computation);
        slices.add(new Slice(computation, start, now, done ? Span.Ending.COMPLETED : Span.Ending.PREEMPTED));
        return done;
    }

    private List<Span> spans(Thread caller) {
        List<Span> spans = new ArrayList<>();
        for (Event event : requests) {
            if (!event.isComputation()) {
                switch (event.state.get()) {
                    case HAPPENED -> spans.add(span(event, event.start, event.due, event.ending, caller));
                    case WITHDRAWN ->
                        spans.add(span(event, event.start, event.withdrawnAt, Span.Ending.INTERRUPTED, caller));
                    case PENDING -> spans.add(span(event, event.start, now, Span.Ending.UNFINISHED, caller));
                }
            } else if (event.isPending() && agenda.contains(event)) {
                spans.add(span(event, event.sliceStart, now, Span.Ending.UNFINISHED, caller));
            }
        }
        slices.forEach(
                slice -> spans.add(span(slice.computation(), slice.start(), slice.end(), slice.ending(), caller)));
        return spans;
    }

    private static Span span(Event event, long start, long end, Span.Ending ending, Thread caller) {
        Event.Subject subject = event.subject;
        ThreadIdentity thread = ThreadIdentity.of(event.owner, caller);
        return new Span(subject.label(), subject.item(), subject.activity(), thread, start, end, ending);
    }

    /** Ends what the run has left behind, as far as it lets itself be ended. */
    private void dismiss(SubmissionThreads threads, Witness witness) {
        over = true;
        takeIn();
        requests.forEach(this::dismiss);
        agenda.forEach(this::dismiss);
        List<Thread> left = threads.alive();
        left.forEach(Conductor::interruptQuietly);
        long patienceEnds = System.nanoTime() + PATIENCE_AT_THE_END.toNanos();
        while (threads.alive().stream().anyMatch(left::contains)
                && !witness.allAsleep()
                && System.nanoTime() < patienceEnds) {
            LockSupport.parkNanos(200_000);
        }
    }

    private void dismiss(Event event) {
        if (event.withdraw(now) && event.owner != null) {
            interruptQuietly(event.owner);
        }
    }

    private static void interruptQuietly(Thread thread) {
        RunAbandoned.dieQuietly(thread);
        thread.interrupt();
    }
}
