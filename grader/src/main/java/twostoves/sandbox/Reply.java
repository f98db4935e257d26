package twostoves.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.grading.SpeedUp;

/**
 * A worker's answer to one {@link Order}.
 *
 * @param verdict what came of the exercise
 * @param defects what the checks noted about the grader itself
 * @param output what the submission printed
 * @param worn whether the worker should not be used again, because something of this submission may still be at work in it
 */
record Reply(Verdict verdict, List<String> defects, String output, boolean worn) {

    /** An {@link ExerciseResult} without what the grader knows of the exercise anyway. */
    record Verdict(
            String exercise,
            ExerciseResult.Status status,
            List<Check> checks,
            Optional<Diagnosis> diagnosis,
            String message,
            Optional<Place> place,
            Optional<SpeedUp> speedUp) {

        static Verdict of(ExerciseResult result) {
            return new Verdict(
                    result.exercise().id(),
                    result.status(),
                    result.checks().stream().map(Check::of).toList(),
                    result.diagnosis(),
                    result.message(),
                    result.place(),
                    result.speedUp());
        }

        /**
         * Restores the result.
         *
         * @throws IllegalArgumentException if this is not a result of that exercise, with one of each of its checks
         */
        ExerciseResult of(Exercise asked) {
            Map<String, Check> byId = new HashMap<>();
            checks.forEach(check -> byId.put(check.id, check));
            List<CheckResult> results = asked.checks().stream()
                    .map(check -> Optional.ofNullable(byId.get(check.id()))
                            .orElseThrow(() -> new IllegalArgumentException("no result of " + check.id()))
                            .of(check))
                    .toList();
            if (!exercise.equals(asked.id()) || results.size() != checks.size()) {
                throw new IllegalArgumentException("not a result of " + asked.id());
            }
            return new ExerciseResult(asked, status, results, diagnosis, message, place, speedUp);
        }
    }

    /** A {@link CheckResult} that names its check. */
    record Check(
            String id,
            CheckResult.Status status,
            int points,
            String message,
            Optional<Diagnosis> diagnosis,
            Optional<Place> place,
            Optional<Picture> picture) {

        static Check of(CheckResult result) {
            return new Check(
                    result.check().id(),
                    result.status(),
                    result.points(),
                    result.message(),
                    result.diagnosis(),
                    result.place(),
                    result.picture());
        }

        CheckResult of(Exercise.CheckSpec check) {
            return new CheckResult(check, status, points, message, diagnosis, place, picture);
        }
    }
}
