package twostoves.fork;

import java.util.random.RandomGenerator;
import twostoves.grading.Subject;

/**
 * A part of a check that needs a JVM of its own. Implemented by a class with a constructor without parameters, which is
 * made in the other process: it knows nothing but what it is given there.
 *
 * @param <T> the contract of the exercise
 */
@FunctionalInterface
public interface Errand<T> {

    /**
     * Checks.
     *
     * @param subject the submission, as it is seen from the other process
     * @param random makes inputs
     * @throws twostoves.grading.CheckFailure if the submission falls short
     */
    void run(Subject<T> subject, RandomGenerator random);
}
