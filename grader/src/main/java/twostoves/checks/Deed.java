package twostoves.checks;

import java.util.Optional;
import java.util.concurrent.Callable;
import twostoves.evidence.ThreadIdentity;
import twostoves.simulation.Simulation;

/**
 * A call of the learner's code on a thread of its own, in a run whose own caller does not wait for it: it may never end.
 *
 * @param <V> what it returns
 */
public final class Deed<V> {

    private final Simulation simulation;
    private final Thread thread;
    private final long begunAt;
    private V value;
    private Throwable failure;
    private long endedAt;
    private boolean interruptedAtEnd;
    private volatile boolean ended;

    private Deed(Simulation simulation, String name, Callable<V> call) {
        this.simulation = simulation;
        this.begunAt = simulation.now();
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> make(call));
    }

    /**
     * Makes a call on a thread that is called the caller.
     *
     * @param simulation the world of this run
     * @param call the call
     * @param <V> what it returns
     * @return the call, which has begun
     */
    public static <V> Deed<V> start(Simulation simulation, Callable<V> call) {
        return start(simulation, "caller", call);
    }

    /**
     * Makes a call on a thread of a given name.
     *
     * @param simulation the world of this run
     * @param name the name of the thread
     * @param call the call
     * @param <V> what it returns
     * @return the call, which has begun
     */
    public static <V> Deed<V> start(Simulation simulation, String name, Callable<V> call) {
        Deed<V> deed = new Deed<>(simulation, name, call);
        deed.thread.start();
        return deed;
    }

    private void make(Callable<V> call) {
        try {
            value = call.call();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        endedAt = simulation.now();
        interruptedAtEnd = Thread.currentThread().isInterrupted();
        ended = !simulation.isOver(); // what is ended with the run has not ended by itself
    }

    /**
     * Tells whether a thread is the one on which the call was made.
     *
     * @param other a thread
     * @return whether it is
     */
    public boolean isOf(Thread other) {
        return thread == other;
    }

    /**
     * Identifies the thread on which the call was made.
     *
     * @return the thread
     */
    public ThreadIdentity thread() {
        return ThreadIdentity.of(thread, Thread.currentThread());
    }

    /** Interrupts the thread on which the call was made. */
    public void interrupt() {
        thread.interrupt();
    }

    /**
     * Tells when the call began.
     *
     * @return virtual nanoseconds
     */
    public long begunAt() {
        return begunAt;
    }

    /**
     * Tells whether the call has ended by itself.
     *
     * @return whether it has returned or thrown before the run was over
     */
    public boolean ended() {
        return ended;
    }

    /**
     * Tells when the call ended.
     *
     * @return virtual nanoseconds; of no meaning unless it has {@linkplain #ended() ended}
     */
    public long endedAt() {
        return endedAt;
    }

    /**
     * Tells whether the thread's interrupt flag was set when the call ended.
     *
     * @return whether it was; false if the call has not ended
     */
    public boolean interruptedAtEnd() {
        return ended && interruptedAtEnd;
    }

    /**
     * Gives what the call returned.
     *
     * @return the value; empty if it has not returned, or returned null
     */
    public Optional<V> value() {
        return ended ? Optional.ofNullable(value) : Optional.empty();
    }

    /**
     * Gives what the call threw.
     *
     * @return the failure; empty if it threw nothing
     */
    public Optional<Throwable> failure() {
        return ended ? Optional.ofNullable(failure) : Optional.empty();
    }
}
