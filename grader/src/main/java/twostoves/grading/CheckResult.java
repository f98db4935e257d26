package twostoves.grading;

import java.util.Locale;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param check the check
 * @param status what came of it
 * @param points the points earned
 * @param message what happened, for the learner; empty for a check that passed
 * @param diagnosis its name, if it failed
 * @param place the learner's line, if one is to blame
 * @param picture what was seen, if it can be drawn; checks of time that passed have one too
 */
public record CheckResult(
        Exercise.CheckSpec check,
        Status status,
        int points,
        String message,
        Optional<Diagnosis> diagnosis,
        Optional<Place> place,
        Optional<Picture> picture) {

    /** What came of a check. */
    public enum Status {
        /** The submission does what is demanded. */
        PASSED,
        /** It does not. */
        FAILED,
        /** A check that this one builds on did not pass. */
        NOT_REACHED,
        /** The machine did not let it be told: full points. */
        NOT_MEASURED,
        /** The grader is at fault: full points, and exit code 3. */
        ERROR;

        /**
         * Names the status as reports do.
         *
         * @return the name in kebab-case
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static CheckResult passed(Exercise.CheckSpec check, Optional<Picture> picture) {
        return new CheckResult(check, Status.PASSED, check.points(), "", Optional.empty(), Optional.empty(), picture);
    }

    static CheckResult failed(Exercise.CheckSpec check, CheckFailure failure) {
        return new CheckResult(
                check,
                Status.FAILED,
                0,
                failure.getMessage(),
                Optional.of(failure.diagnosis()),
                failure.place(),
                failure.picture());
    }

    static CheckResult notMeasured(Exercise.CheckSpec check, NotMeasuredException obstacle) {
        return new CheckResult(
                check,
                Status.NOT_MEASURED,
                check.points(),
                obstacle.getMessage(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Reports a check that was not run.
     *
     * @param check the check
     * @param why why not, for the learner
     * @return the result
     */
    public static CheckResult notReached(Exercise.CheckSpec check, String why) {
        return new CheckResult(check, Status.NOT_REACHED, 0, why, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Reports a fault of the grader.
     *
     * @param check the check
     * @param fault what went wrong
     * @return the result
     */
    public static CheckResult error(Exercise.CheckSpec check, Throwable fault) {
        String message = "The grader failed here, which costs you nothing: " + fault;
        return new CheckResult(
                check, Status.ERROR, check.points(), message, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
