package twostoves.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * What a simulated run is like.
 *
 * @param cores the number of simulated cores; at least 1
 * @param quantum how much virtual time a computation gets before it makes room for the next, if one waits; positive
 * @param interruptCallerAt when the calling thread is interrupted, in virtual time; empty for never
 * @param lookAround whether to note where every thread was when the submission first waited for something
 * @param findLeftovers whether to look for threads, virtual ones too, that outlive the call
 * @param spuriousWakeUps how long the learner's code waits in {@code Object.wait()} and {@code Condition.await()} before it
 *     wakes up for no reason, as both are allowed to; empty for never
 * @param yieldingLocks whether a thread of the learner's lets all others go first before it takes a lock
 */
public record Settings(
        int cores,
        Duration quantum,
        Optional<Duration> interruptCallerAt,
        boolean lookAround,
        boolean findLeftovers,
        Optional<Duration> spuriousWakeUps,
        boolean yieldingLocks) {

    /** As many cores as there is work, nobody interrupted, nothing looked for. */
    public static final Settings STANDARD = new Settings(
            Integer.MAX_VALUE, Duration.ofMillis(1), Optional.empty(), false, false, Optional.empty(), false);

    /** Creates settings. */
    public Settings {
        if (cores < 1) {
            throw new IllegalArgumentException("cores must be at least 1, not " + cores);
        }
        if (!quantum.isPositive()) {
            throw new IllegalArgumentException("the quantum must be positive, not " + quantum);
        }
    }

    /**
     * Sets the number of simulated cores.
     *
     * @param count at least 1
     * @return these settings with that many cores
     */
    public Settings cores(int count) {
        return new Settings(
                count, quantum, interruptCallerAt, lookAround, findLeftovers, spuriousWakeUps, yieldingLocks);
    }

    /**
     * Sets the quantum.
     *
     * @param length positive
     * @return these settings with that quantum
     */
    public Settings quantum(Duration length) {
        return new Settings(
                cores, length, interruptCallerAt, lookAround, findLeftovers, spuriousWakeUps, yieldingLocks);
    }

    /**
     * Has the calling thread interrupted.
     *
     * @param time in virtual time since the run began
     * @return these settings with that interrupt
     */
    public Settings interruptCallerAt(Duration time) {
        return new Settings(
                cores, quantum, Optional.of(time), lookAround, findLeftovers, spuriousWakeUps, yieldingLocks);
    }

    /**
     * Has the stacks of all threads noted when the submission first waits for a request or a core.
     *
     * @return these settings with {@link #lookAround} set
     */
    public Settings lookingAround() {
        return new Settings(cores, quantum, interruptCallerAt, true, findLeftovers, spuriousWakeUps, yieldingLocks);
    }

    /**
     * Has threads looked for that outlive the call.
     *
     * @return these settings with {@link #findLeftovers} set
     */
    public Settings findingLeftovers() {
        return new Settings(cores, quantum, interruptCallerAt, lookAround, true, spuriousWakeUps, yieldingLocks);
    }

    /**
     * Has the learner's code wake up from its waits for no reason.
     *
     * @param after how long after it has begun to wait, each time; positive
     * @return these settings with such wake-ups
     */
    public Settings wakingUpSpuriously(Duration after) {
        return new Settings(
                cores, quantum, interruptCallerAt, lookAround, findLeftovers, Optional.of(after), yieldingLocks);
    }

    /**
     * Has each thread of the learner's let all others go first before it takes a lock, so that one comes between two locks
     * that another takes one after the other. It does so some ten times, and in runs in which threads are let meet.
     *
     * @return these settings with {@link #yieldingLocks} set
     */
    public Settings yieldingBeforeLocks() {
        return new Settings(cores, quantum, interruptCallerAt, lookAround, findLeftovers, spuriousWakeUps, true);
    }
}
