package twostoves.kit;

import java.time.Duration;

/**
 * Something to be done, as far as the choice of an {@link Approach} is concerned.
 *
 * @param tasks how many tasks there are; at least 1
 * @param waiting how long each task waits for something outside, before it computes; takes no core; not negative
 * @param computing how long each task then occupies a core; not negative
 * @param dependence what the tasks have to do with one another
 */
public record Workload(int tasks, Duration waiting, Duration computing, Dependence dependence) {

    /**
     * Creates a workload.
     *
     * @throws NullPointerException if a time or the dependence is null
     * @throws IllegalArgumentException if there are no tasks, if a time is negative, or if a task takes no time at all
     */
    public Workload {
        if (dependence == null) {
            throw new NullPointerException("dependence");
        }
        if (tasks < 1
                || waiting.isNegative()
                || computing.isNegative()
                || waiting.plus(computing).isZero()) {
            throw new IllegalArgumentException(
                    tasks + " tasks, each waiting for " + waiting + " and computing for " + computing);
        }
    }
}
