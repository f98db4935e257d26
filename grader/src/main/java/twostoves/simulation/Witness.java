package twostoves.simulation;

import java.time.Duration;
import java.util.List;

/**
 * Tells whether the submission can still move by itself, or only waits for the conductor.
 *
 * <p>The argument all witnesses rest on: ask twice, and make sure that nobody ran in between. If every thread slept during
 * its own interval between two readings, and all those intervals share an instant, then at that instant all slept. Asked
 * by the conductor only.
 */
interface Witness extends AutoCloseable {

    /** The system property that makes a machine do without its better witness, by the value {@code portable}. */
    String PROPERTY = "kata.witness";

    /** How much real time passes between two calls of {@link #spinning} within one instant, at least. */
    Duration BETWEEN_LOOKS_AT_SPINNING = Duration.ofMillis(20);

    /**
     * Makes one attempt.
     *
     * @return true only if at some instant during this call every thread that can run the submission's code slept. False
     *     may also mean that it could not be told, and costs nothing but another attempt
     */
    boolean allAsleep();

    /** Tells whether a woken thread must have said so before {@link #allAsleep()} may be asked. */
    boolean needsAcknowledgement();

    /** How much longer everybody must have slept, with nothing due, before that is called a deadlock. */
    Duration deadlockGrace();

    /**
     * Begins a new instant of virtual time, or another part of it in which threads get on: processor time is counted from here,
     * and nobody is taken for spinning.
     */
    void beginInstant();

    /**
     * Finds threads that burn processor time without ever waiting.
     *
     * @param limit how much of its own processor time a thread may burn within one instant; never wall time, so that a
     *     starved thread is not accused
     * @return the names of all threads that are awake, if every one of them has burnt more than {@code limit}; else empty
     */
    List<String> spinning(Duration limit);

    /** Takes the threads last returned by {@link #spinning} as asleep until the next instant begins. */
    void disregardSpinning();

    @Override
    void close();

    /** Chooses the best witness this machine has; the one for other machines too if the system property asks for it. */
    static Witness choose(SubmissionThreads threads) {
        boolean portable = "portable".equals(System.getProperty(PROPERTY));
        return !portable && KernelWitness.isAvailable() ? new KernelWitness(threads) : new PortableWitness(threads);
    }
}
