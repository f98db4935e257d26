package twostoves.classroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Kind;
import twostoves.grading.Track;
import twostoves.report.Report;
import twostoves.report.Session;
import twostoves.report.Weights;

/** Exercises, submissions and reports, for tests in which nothing is really graded. */
final class Fakes {

    static final Exercise FETCH_ALL = exercise("fetch-all", 1, Track.CONCURRENCY, "FetchAll");
    static final Exercise SPLIT_RANGE = exercise("split-range", 12, Track.PARALLELISM, "SplitRange");
    static final List<Exercise> EXERCISES = List.of(FETCH_ALL, SPLIT_RANGE);
    static final GraderIdentity GRADER = new GraderIdentity("1", "0123456789abcdef");

    private Fakes() {}

    private static Exercise exercise(String id, int number, Track track, String simpleName) {
        return new Exercise(
                id,
                number,
                track,
                "twostoves." + track.id() + "." + simpleName,
                Runnable.class,
                List.of(
                        new Exercise.CheckSpec("values", "returns the right answers", Kind.VALUES, 4, Set.of()),
                        new Exercise.CheckSpec("time", "takes no longer than it must", Kind.TIME, 6, Set.of())));
    }

    static Assignment assignment() {
        return assignment(Map.of());
    }

    static Assignment assignment(Map<String, Integer> weights) {
        return new Assignment(Assignment.TITLE, EXERCISES, new Weights(weights));
    }

    /** Solved, but for what fails in its second check. */
    static Report report(String submission, Map<Exercise, Diagnosis> failures) {
        return report(
                submission,
                EXERCISES.stream()
                        .map(exercise -> Optional.ofNullable(failures.get(exercise))
                                .map(diagnosis -> failed(exercise, diagnosis))
                                .orElseGet(() -> solved(exercise)))
                        .toList());
    }

    static Report report(String submission, List<ExerciseResult> results) {
        Session session = new Session(
                submission, Instant.parse("2026-10-01T08:00:00Z"), Duration.ofMillis(842), 4711, 4, List.of());
        return Report.of(session, results, EXERCISES);
    }

    static ExerciseResult solved(Exercise exercise) {
        return ExerciseResult.of(
                exercise, exercise.checks().stream().map(Fakes::passed).toList());
    }

    static ExerciseResult failed(Exercise exercise, Diagnosis diagnosis) {
        return ExerciseResult.of(
                exercise,
                List.of(
                        passed(exercise.checks().getFirst()),
                        check(exercise.checks().getLast(), CheckResult.Status.FAILED, 0, Optional.of(diagnosis))));
    }

    static ExerciseResult unsolved(Exercise exercise) {
        return ExerciseResult.whole(
                exercise, ExerciseResult.Status.UNSOLVED, Diagnosis.UNSOLVED, "not begun", Optional.empty());
    }

    static ExerciseResult error(Exercise exercise) {
        return ExerciseResult.of(
                exercise,
                exercise.checks().stream()
                        .map(check -> CheckResult.error(check, new IllegalStateException("full disk")))
                        .toList());
    }

    private static CheckResult passed(Exercise.CheckSpec check) {
        return check(check, CheckResult.Status.PASSED, check.points(), Optional.empty());
    }

    private static CheckResult check(
            Exercise.CheckSpec check, CheckResult.Status status, int points, Optional<Diagnosis> diagnosis) {
        return new CheckResult(check, status, points, "", diagnosis, Optional.empty(), Optional.empty());
    }

    /** Writes a submission with one file, which holds this text. */
    static void submission(Path folder, String name, String source) throws IOException {
        Path file = folder.resolve(name).resolve("exercises/src/main/java/twostoves/concurrency/FetchAll.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }
}
