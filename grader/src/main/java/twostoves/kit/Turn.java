package twostoves.kit;

/**
 * A task that can be done a slice at a time.
 *
 * <p>Used by one thread. In a graded run each slice costs simulated processor time.
 */
@FunctionalInterface
public interface Turn {

    /**
     * Does the next slice of the task, and gives way.
     *
     * <p>A task ends when this returns false or throws. It is never to be called again then.
     *
     * @return whether more of the task remains
     * @throws RuntimeException if the task has failed: an exception of its own, which no other task throws. There are no
     *     checked exceptions, because a slice computes and waits for nothing
     */
    boolean step();
}
