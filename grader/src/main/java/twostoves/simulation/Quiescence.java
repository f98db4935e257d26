package twostoves.simulation;

/**
 * Tells whether this process stands still: whether no thread that was started since, and none that the JDK shares among
 * everybody, can move by itself.
 *
 * <p>For runs in real time. To be made, asked and closed by one thread, which then does not count.
 */
public final class Quiescence implements AutoCloseable {

    private final Witness witness;

    /** Begins: the threads that are here now have no part in what is asked. */
    public Quiescence() {
        witness = Witness.choose(new SubmissionThreads());
        witness.beginInstant();
    }

    /**
     * Makes one attempt.
     *
     * @return true only if at some instant during this call all of them slept, and nobody had begun to wake one. Whoever waits
     *     with a limit of real time sleeps, too. False may also mean that it could not be told
     */
    public boolean isReached() {
        return witness.allAsleep();
    }

    /**
     * Tells how much the answer is worth here.
     *
     * @return whether {@link #isReached} is a proof on this machine, and not only an estimate
     */
    public boolean isProof() {
        return !witness.needsAcknowledgement();
    }

    @Override
    public void close() {
        witness.close();
    }
}
