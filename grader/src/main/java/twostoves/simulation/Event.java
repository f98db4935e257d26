package twostoves.simulation;

import java.util.concurrent.atomic.AtomicReference;
import twostoves.evidence.Span;

/**
 * Something that is to happen at an instant of virtual time.
 *
 * <p>Made and withdrawn by any thread, made to happen by the conductor alone: {@link #state} decides between the two.
 */
final class Event implements Comparable<Event> {

    /** What an event does when it happens. */
    enum Effect {
        /** Ends a wait or a computation of its owner: the owner is woken. */
        WAKE,
        /** Strikes a timer: an action runs on a thread of its own. */
        ACT,
        /** Ends a wait with a limit: the owner is interrupted out of it, and says so. */
        ALARM,
        /** Interrupts its owner, whatever that is doing. */
        INTERRUPT
    }

    enum State {
        PENDING,
        HAPPENED,
        WITHDRAWN
    }

    /** What the event stands for in the timeline; null for timers, which are no work of the learner's. */
    record Subject(String label, long item, Span.Activity activity) {}

    /** The time at which nothing happens: later than any clock will show. */
    static final long NEVER = Long.MAX_VALUE;

    final Effect effect;
    final Thread owner;
    final Runnable action;
    final Subject subject;
    final AtomicReference<State> state = new AtomicReference<>(State.PENDING);

    /** Virtual nanoseconds; set by the maker, and by the conductor for computations, which get their core from it. */
    long due;

    /** Virtual nanoseconds at which the event was made. */
    final long start;

    /** Virtual core time still wanted; 0 for what needs no core. Used by the conductor once it has seen the event. */
    long demand;

    /** Virtual nanoseconds at which a computation got the core it has. */
    long sliceStart;

    /** How the span ends if the event happens. */
    Span.Ending ending = Span.Ending.COMPLETED;

    /** Virtual nanoseconds at which the event was withdrawn. */
    volatile long withdrawnAt;

    /** Whether the alarm's interrupt has been sent. */
    volatile boolean delivered;

    /** Orders events of one instant; given by the conductor when it first sees the event. */
    long sequence;

    Event(Effect effect, Thread owner, Runnable action, Subject subject, long start, long due) {
        this.effect = effect;
        this.owner = owner;
        this.action = action;
        this.subject = subject;
        this.start = start;
        this.due = due;
    }

    boolean isComputation() {
        return subject != null && subject.activity() == Span.Activity.COMPUTING;
    }

    boolean isPending() {
        return state.get() == State.PENDING;
    }

    boolean happened() {
        return state.get() == State.HAPPENED;
    }

    /** Withdraws the event; false if it has happened, or was withdrawn before. */
    boolean withdraw(long now) {
        withdrawnAt = now;
        return state.compareAndSet(State.PENDING, State.WITHDRAWN);
    }

    /** By time; at one instant answers come before timers and timers before alarms, so that no limit strikes too early. */
    @Override
    public int compareTo(Event other) {
        int byTime = Long.compare(due, other.due);
        int byEffect = byTime != 0 ? byTime : effect.compareTo(other.effect);
        return byEffect != 0 ? byEffect : Long.compare(sequence, other.sequence);
    }
}
