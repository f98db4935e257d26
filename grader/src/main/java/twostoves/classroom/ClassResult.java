package twostoves.classroom;

import java.util.Locale;
import java.util.Optional;
import twostoves.grading.ExerciseResult;
import twostoves.report.Report;
import twostoves.report.ReportedExercise;

/**
 * What came of one submission.
 *
 * @param submission its name
 * @param outcome whether it could be graded
 * @param key what it was made from, the {@link SubmissionKey}; empty if it was not graded
 * @param problem why it was not graded, for the teacher; empty if it was
 * @param report the report, if it was graded; without weights, which may change later
 */
record ClassResult(String submission, Outcome outcome, String key, String problem, Optional<Report> report) {

    /** Whether a submission could be graded. */
    enum Outcome {
        /** It was: there is a report. */
        GRADED,
        /** There is nothing in it that can be graded. */
        REFUSED,
        /** The grader failed: to be graded again. */
        FAULT;

        /** The name in lower case, as files have it. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ClassResult graded(String submission, String key, Report report) {
        return new ClassResult(submission, Outcome.GRADED, key, "", Optional.of(report));
    }

    static ClassResult refused(String submission, String problem) {
        return new ClassResult(submission, Outcome.REFUSED, "", problem, Optional.empty());
    }

    static ClassResult fault(String submission, String problem) {
        return new ClassResult(submission, Outcome.FAULT, "", problem, Optional.empty());
    }

    Optional<ReportedExercise> exercise(String id) {
        return report.stream()
                .flatMap(graded -> graded.exercises().stream())
                .filter(exercise -> exercise.id().equals(id))
                .findFirst();
    }

    /** Whether there is nothing to be done again, as long as the submission and the grader stay as they are. */
    boolean isFinal() {
        return outcome == Outcome.GRADED && !hasFault();
    }

    /** Whether the grader failed, in all of it or in one of the exercises. */
    boolean hasFault() {
        return outcome == Outcome.FAULT
                || report.filter(graded -> graded.count(ExerciseResult.Status.ERROR) > 0)
                        .isPresent();
    }

    /** Whether every exercise is solved. */
    boolean isSolved() {
        return report.filter(graded -> graded.count(ExerciseResult.Status.SOLVED)
                        == graded.exercises().size())
                .isPresent();
    }
}
