package twostoves.watch;

import twostoves.grading.Exercise;

/** Judges exercises as they stand in the working tree, one at a time. */
interface Judge extends AutoCloseable {

    /**
     * Judges an exercise.
     *
     * @throws InterruptedException if the calling thread is interrupted, since nobody wants to know any more
     */
    Outcome judge(Exercise exercise) throws InterruptedException;

    /**
     * Gets ready for the next one while there is time.
     *
     * @param exercise what the learner is at
     */
    void prepare(Exercise exercise);

    /** Ends what {@link #prepare} has begun. */
    @Override
    void close();
}
