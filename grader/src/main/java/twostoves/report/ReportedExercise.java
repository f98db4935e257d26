package twostoves.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Place;
import twostoves.grading.Track;

/**
 * What came of one exercise, as reported.
 *
 * @param id the id in kebab-case
 * @param number its place in the curriculum, from 1
 * @param track its track
 * @param title its name for people
 * @param status what came of it
 * @param score the points earned
 * @param maxScore the points it is worth
 * @param diagnosis the primary diagnosis, if there is one
 * @param message what happened, if the exercise as a whole could not be judged
 * @param file the file the learner writes or, if that is another one, the file that does not compile; relative to the
 *     module
 * @param line the line in that file, from 1, if it does not compile
 * @param source the learner's code around that line, if it could be read
 * @param checks what came of its checks, in the order in which they run; empty if no verdict arrived
 * @param speedUp what more workers gain on this machine, if that was looked at: advice, no mark
 */
public record ReportedExercise(
        String id,
        int number,
        Track track,
        String title,
        ExerciseResult.Status status,
        int score,
        int maxScore,
        Optional<Diagnosis> diagnosis,
        Optional<String> message,
        String file,
        OptionalInt line,
        Optional<ReportedSource> source,
        List<ReportedCheck> checks,
        Optional<ReportedSpeedUp> speedUp) {

    private static final String NO_VERDICT = "The grader has no verdict on this exercise.";

    /** Creates a reported exercise; copies what it is given. */
    public ReportedExercise {
        checks = List.copyOf(checks);
    }

    static ReportedExercise of(ExerciseResult result) {
        Exercise exercise = result.exercise();
        return new ReportedExercise(
                exercise.id(),
                exercise.number(),
                exercise.track(),
                exercise.title(),
                result.status(),
                result.score(),
                exercise.maxScore(),
                result.diagnosis(),
                Optional.of(Excerpt.ofMessage(result.message())).filter(message -> !message.isBlank()),
                result.place().map(Place::file).orElse(exercise.sourceFile()),
                Lines.of(result.place()),
                Optional.empty(),
                result.checks().stream().map(ReportedCheck::of).toList(),
                result.speedUp().map(ReportedSpeedUp::of));
    }

    static ReportedExercise withoutVerdict(Exercise exercise) {
        return new ReportedExercise(
                exercise.id(),
                exercise.number(),
                exercise.track(),
                exercise.title(),
                ExerciseResult.Status.ERROR,
                0,
                exercise.maxScore(),
                Optional.empty(),
                Optional.of(NO_VERDICT),
                exercise.sourceFile(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    ReportedExercise quoting(Sources sources) {
        return new ReportedExercise(
                id,
                number,
                track,
                title,
                status,
                score,
                maxScore,
                diagnosis,
                message,
                file,
                line,
                line.isPresent() ? sources.around(file, line.getAsInt()) : Optional.empty(),
                checks.stream().map(check -> check.quoting(sources)).toList(),
                speedUp);
    }

    ReportedExercise times(int weight) {
        return new ReportedExercise(
                id,
                number,
                track,
                title,
                status,
                score * weight,
                maxScore * weight,
                diagnosis,
                message,
                file,
                line,
                source,
                checks.stream().map(check -> check.times(weight)).toList(),
                speedUp);
    }

    /**
     * Finds the checks of which the same came.
     *
     * @param wanted what came of them
     * @return those checks, in the order in which they run
     */
    public Stream<ReportedCheck> checksThat(CheckResult.Status wanted) {
        return checks.stream().filter(check -> check.status() == wanted);
    }
}
