package twostoves.classroom;

import twostoves.report.Report;
import twostoves.sandbox.Submission;

/** Grades one submission. Called by several threads at once. */
@FunctionalInterface
public interface Examiner {

    /**
     * Grades a submission.
     *
     * @param name its name
     * @param submission its sources
     * @param seed the seed of all inputs drawn at random
     * @return the report on the exercises of the assignment
     * @throws InterruptedException if the calling thread is interrupted
     */
    Report grade(String name, Submission submission, long seed) throws InterruptedException;
}
