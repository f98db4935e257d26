package twostoves.checks.concurrency;

import java.util.Optional;
import java.util.concurrent.Callable;
import twostoves.simulation.Simulation;

/**
 * A call of the learner's code on a thread of its own, in a run whose own caller does not wait for it: it may never end.
 *
 * @param <V> what it returns
 */
final class Deed<V> {

    private final Simulation simulation;
    private final Thread thread;
    private final long begunAt;
    private V value;
    private Throwable failure;
    private long endedAt;
    private boolean interruptedAtEnd;
    private volatile boolean ended;

    private Deed(Simulation simulation, Callable<V> call) {
        this.simulation = simulation;
        this.begunAt = simulation.now();
        this.thread = Thread.ofPlatform().daemon().name("caller").unstarted(() -> make(call));
    }

    static <V> Deed<V> start(Simulation simulation, Callable<V> call) {
        Deed<V> deed = new Deed<>(simulation, call);
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

    boolean isOf(Thread other) {
        return thread == other;
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Virtual nanoseconds. */
    long begunAt() {
        return begunAt;
    }

    boolean ended() {
        return ended;
    }

    /** Virtual nanoseconds; once it has ended. */
    long endedAt() {
        return endedAt;
    }

    boolean interruptedAtEnd() {
        return ended && interruptedAtEnd;
    }

    Optional<V> value() {
        return ended ? Optional.ofNullable(value) : Optional.empty();
    }

    Optional<Throwable> failure() {
        return ended ? Optional.ofNullable(failure) : Optional.empty();
    }
}
