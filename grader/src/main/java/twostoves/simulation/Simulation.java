package twostoves.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import twostoves.evidence.Span;

/**
 * A world in which waiting and computing cost virtual time, for one call of real code on real threads.
 *
 * <p>Whatever costs anything parks its thread here. The conductor, which is the thread in {@link #run}, waits until the
 * submission is quiescent (no thread of it can move by itself), moves the clock to the earliest instant at which
 * something is due, and wakes what is due then. So every time is exact, the same on every machine and under any load, and
 * waiting takes no real time.
 *
 * <p>The conductor owns the clock, the agenda and the cores; every other thread only hands in events and parks.
 */
public final class Simulation {

    /** More tasks than a thread of a pool will find in its queue when its run is over, and each of them is ended. */
    private static final int LEAVES = 1_000;

    /** How often the clock of a run moves at the most: more often than in any run that does not ask again and again. */
    public static final long MOST_STEPS = 30_000;

    private final Settings settings;
    private final Conductor conductor;
    private final Map<Long, Integer> abandoned = new ConcurrentHashMap<>();

    /**
     * Creates the world for one run.
     *
     * @param settings what the run is like
     */
    public Simulation(Settings settings) {
        this.settings = settings;
        this.conductor = new Conductor(settings, Witness::choose, Watchdog.standard());
    }

    Simulation(Settings settings, Conductor.WitnessFactory witness, Watchdog watchdog) {
        this.settings = settings;
        this.conductor = new Conductor(settings, witness, watchdog);
    }

    /**
     * Runs a submission on a thread of its own, to the end of all that it has started.
     *
     * @param submission the call to make; its failure is part of what is seen, and is not thrown
     * @param <T> what the call returns
     * @return what was seen
     * @throws UnquietProcessException if threads that have nothing to do with the submission keep the process busy
     * @throws IllegalStateException if this world has had its run already
     */
    public <T> Run<T> run(Callable<T> submission) {
        return conductor.run(submission);
    }

    /**
     * Tells what the run is like.
     *
     * @return what this world was created with
     */
    public Settings settings() {
        return settings;
    }

    /**
     * Tells the time.
     *
     * @return virtual nanoseconds since the run began
     */
    public long now() {
        return conductor.now();
    }

    /**
     * Tells whether the run is over, so that whoever is still there has outlived it.
     *
     * @return whether the verdict stands
     */
    public boolean isOver() {
        return conductor.isOver();
    }

    /**
     * Waits as for a remote answer. The thread is parked and nothing makes up for it, as in real input and output.
     *
     * @param label what is waited for
     * @param item its index, which orders what is due at the same instant
     * @param latency how long the answer takes
     * @param ending how the span ends if nothing comes between
     * @throws InterruptedException if the thread is interrupted before the answer is there
     */
    public void awaitAnswer(String label, long item, Duration latency, Span.Ending ending) throws InterruptedException {
        Event event = event(Event.Effect.WAKE, new Event.Subject(label, item, Span.Activity.WAITING), latency);
        event.ending = ending;
        awaitInterruptibly(event);
    }

    /**
     * Computes: occupies one of the simulated cores, and waits for one if all are taken. Cannot be interrupted.
     *
     * @param label what is computed
     * @param item its number, which orders what arrives at the same instant
     * @param cost the core time it takes; not negative
     */
    public void compute(String label, long item, Duration cost) {
        if (cost.isZero()) {
            return;
        }
        Event event = event(Event.Effect.WAKE, new Event.Subject(label, item, Span.Activity.COMPUTING), Duration.ZERO);
        event.due = Event.NEVER;
        event.demand = cost.toNanos();
        awaitUninterruptibly(event);
    }

    /**
     * Sleeps in virtual time.
     *
     * @param time how long; no wait at all unless positive
     * @throws InterruptedException if the thread is interrupted before the time is up
     */
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (time.isPositive()) {
            awaitInterruptibly(event(Event.Effect.WAKE, null, time));
        }
    }

    /** Lets every other thread that can move at this instant of virtual time do so first. Takes no virtual time. */
    public void letOthersCatchUp() {
        Event event = event(Event.Effect.WAKE, null, Duration.ZERO);
        awaitUninterruptibly(event);
    }

    /**
     * Sets a timer.
     *
     * @param delay when, from now; at once unless positive
     * @param action what then happens, on a virtual thread of its own
     * @return the timer, to be cancelled
     */
    public Timer after(Duration delay, Runnable action) {
        long now = now();
        return timer(new Event(Event.Effect.ACT, null, action, null, now, later(now, delay)));
    }

    /**
     * Sets an alarm for the current thread, which is about to wait: unless cancelled before, it interrupts the thread out
     * of that wait. It can strike nowhere else, because it strikes only when everybody waits.
     *
     * @param delay when, from now; at once unless positive
     * @return the alarm, to be cancelled when the wait is over
     */
    public Timer alarm(Duration delay) {
        return timer(event(Event.Effect.ALARM, null, delay));
    }

    private Timer timer(Event event) {
        conductor.handIn(event);
        return new Timer() {
            @Override
            public boolean cancel() {
                if (event.withdraw(now())) {
                    return true;
                }
                if (event.happened() && event.effect == Event.Effect.ALARM) {
                    while (!event.delivered) {
                        Thread.onSpinWait();
                    }
                    conductor.acknowledge();
                }
                return false;
            }

            @Override
            public boolean struck() {
                return event.happened();
            }
        };
    }

    /** Something that happens at a given time unless it is cancelled before. */
    public interface Timer {

        /**
         * Cancels the timer. For an alarm: to be called once, by its own thread, when the wait is over.
         *
         * @return whether it was still to come; if false, an alarm's interrupt has arrived
         */
        boolean cancel();

        /**
         * Tells whether its time has come.
         *
         * @return whether it struck
         */
        boolean struck();
    }

    private Event event(Event.Effect effect, Event.Subject subject, Duration delay) {
        long now = now();
        return new Event(effect, Thread.currentThread(), null, subject, now, later(now, delay));
    }

    /** Longer than a clock of nanoseconds can count, which is 292 years, is never. */
    private static long later(long now, Duration delay) {
        if (!delay.isPositive()) {
            return now;
        }
        boolean countable = delay.compareTo(Duration.ofNanos(Event.NEVER - now)) < 0;
        return countable ? now + delay.toNanos() : Event.NEVER;
    }

    private void awaitInterruptibly(Event event) throws InterruptedException {
        conductor.handIn(event);
        while (isStillPending(event)) {
            LockSupport.park(event);
            if (Thread.currentThread().isInterrupted() && event.withdraw(now())) {
                Thread.interrupted();
                leaveIfOver();
                throw new InterruptedException();
            }
        }
        arrived(event);
    }

    private void awaitUninterruptibly(Event event) {
        conductor.handIn(event);
        boolean interrupted = false;
        while (isStillPending(event)) {
            LockSupport.park(event);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        arrived(event);
    }

    /** Asked after the event was handed in: either the conductor sees the event when it ends the run, or we see the end. */
    private boolean isStillPending(Event event) {
        if (conductor.isOver()) {
            event.withdraw(now());
        }
        return event.isPending();
    }

    private void arrived(Event event) {
        if (event.happened()) {
            conductor.acknowledge();
        } else {
            leaveIfOver();
        }
    }

    /**
     * Ends the task of the current thread if it has outlived its run. The thread that conducted the run goes on: it looks at
     * what the call has returned.
     */
    public void endIfLeftBehind() {
        if (conductor.isOver() && !conductor.isCurrentThread()) {
            leaveIfOver();
        }
    }

    /**
     * Ends the task of a thread that outlived its run. A thread that comes back again and again, because it will not be
     * ended, is put to rest.
     */
    private void leaveIfOver() {
        if (conductor.isOver()) {
            if (Thread.currentThread().isVirtual()) { // of the others only the submission's own were made quiet
                RunAbandoned.dieQuietly(Thread.currentThread());
            }
            if (abandoned.merge(Thread.currentThread().threadId(), 1, Integer::sum) <= LEAVES) {
                throw new RunAbandoned();
            }
            while (true) {
                Thread.interrupted(); // park would return at once, for ever
                LockSupport.park(this);
            }
        }
    }
}
