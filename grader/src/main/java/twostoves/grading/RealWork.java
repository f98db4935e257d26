package twostoves.grading;

/**
 * Work of real weight for an exercise, by which to measure what more workers gain on the processors of this machine.
 *
 * <p>An implementation has a constructor without parameters and does the same work every time.
 *
 * @param <T> the contract of the exercise
 */
public interface RealWork<T> {

    /**
     * Has the submission do the work once.
     *
     * @param learners the learner's object
     * @param workers how many workers to ask for; at least 1
     * @param meter makes what the submission calls weigh something
     * @throws Exception whatever the learner's code throws
     */
    void doWith(T learners, int workers, Meter meter) throws Exception;

    /** Stands for an exercise of which nothing is measured. */
    final class None implements RealWork<Object> {

        @Override
        public void doWith(Object learners, int workers, Meter meter) {
            throw new UnsupportedOperationException("there is no work to measure");
        }
    }
}
