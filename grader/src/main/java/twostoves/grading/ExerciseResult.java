package twostoves.grading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of one exercise: one result for each of its checks, in order.
 *
 * @param exercise the exercise
 * @param status what came of it
 * @param checks the results of its checks
 * @param diagnosis the primary diagnosis: that of the first check that failed, or of the exercise as a whole
 * @param message what happened, if the exercise as a whole could not be judged; else empty
 * @param place where, if the exercise does not compile
 * @param speedUp what more workers gain on this machine, if that was looked at
 */
public record ExerciseResult(
        Exercise exercise,
        Status status,
        List<CheckResult> checks,
        Optional<Diagnosis> diagnosis,
        String message,
        Optional<Place> place,
        Optional<SpeedUp> speedUp) {

    /** What came of an exercise. */
    public enum Status {
        /** Every check passed. */
        SOLVED,
        /** A check failed. */
        FAILED,
        /** Not begun: it throws {@link twostoves.kit.Todo}. */
        UNSOLVED,
        /** It does not compile or load. */
        BROKEN,
        /** The grader failed. */
        ERROR;

        /**
         * Names the status as reports do.
         *
         * @return the name in lower case
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Creates a result; copies what it is given. */
    public ExerciseResult {
        checks = List.copyOf(checks);
    }

    /**
     * Sums up the results of the checks.
     *
     * @param exercise the exercise
     * @param checks one result for each check, in order
     * @return the result of the exercise
     */
    public static ExerciseResult of(Exercise exercise, List<CheckResult> checks) {
        Optional<CheckResult> failed = checks.stream()
                .filter(check -> check.status() == CheckResult.Status.FAILED)
                .findFirst();
        boolean erred = checks.stream().anyMatch(check -> check.status() == CheckResult.Status.ERROR);
        boolean allPassed =
                checks.size() == exercise.checks().size() && checks.stream().allMatch(ExerciseResult::isPassed);
        Status status =
                failed.isPresent() || !erred && !allPassed ? Status.FAILED : erred ? Status.ERROR : Status.SOLVED;
        String message = failed.isEmpty() && status == Status.FAILED ? "not all checks were run" : "";
        return new ExerciseResult(
                exercise,
                status,
                checks,
                failed.flatMap(CheckResult::diagnosis),
                message,
                Optional.empty(),
                Optional.empty());
    }

    private static boolean isPassed(CheckResult check) {
        return check.status() == CheckResult.Status.PASSED || check.status() == CheckResult.Status.NOT_MEASURED;
    }

    /**
     * Reports an exercise that could not be judged check by check.
     *
     * @param exercise the exercise
     * @param status what came of it
     * @param diagnosis its name
     * @param message what happened, for the learner
     * @param place where, if known
     * @return a result in which no check was reached
     */
    public static ExerciseResult whole(
            Exercise exercise, Status status, Diagnosis diagnosis, String message, Optional<Place> place) {
        List<CheckResult> checks = exercise.checks().stream()
                .map(check -> CheckResult.notReached(check, message))
                .toList();
        return new ExerciseResult(exercise, status, checks, Optional.of(diagnosis), message, place, Optional.empty());
    }

    /**
     * Adds what was measured on this machine.
     *
     * @param measured what more workers gain
     * @return this result, with that
     */
    public ExerciseResult withSpeedUp(SpeedUp measured) {
        return new ExerciseResult(exercise, status, checks, diagnosis, message, place, Optional.of(measured));
    }

    /**
     * Adds up the points earned.
     *
     * @return the score
     */
    public int score() {
        return checks.stream().mapToInt(CheckResult::points).sum();
    }

    /**
     * Finds the check that the learner should look at.
     *
     * @return the first check that failed
     */
    public Optional<CheckResult> primaryFailure() {
        return checks.stream()
                .filter(check -> check.status() == CheckResult.Status.FAILED)
                .findFirst();
    }
}
