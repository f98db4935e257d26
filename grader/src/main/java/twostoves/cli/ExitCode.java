package twostoves.cli;

import twostoves.classroom.Summary;
import twostoves.grading.ExerciseResult;
import twostoves.report.Report;

/** What the command line ends with. */
final class ExitCode {

    /** Everything asked for is solved. */
    static final int SOLVED = 0;

    /** Something asked for is not solved. */
    static final int NOT_SOLVED = 1;

    /** The command line was used wrongly. */
    static final int WRONG_USE = 2;

    /** The grader failed. */
    static final int GRADER_FAILED = 3;

    private ExitCode() {}

    static int of(Report report) {
        if (report.count(ExerciseResult.Status.ERROR) > 0) {
            return GRADER_FAILED;
        }
        return report.count(ExerciseResult.Status.SOLVED) == report.exercises().size() ? SOLVED : NOT_SOLVED;
    }

    static int of(Summary summary) {
        if (summary.faults() > 0) {
            return GRADER_FAILED;
        }
        return summary.allSolved() ? SOLVED : NOT_SOLVED;
    }
}
