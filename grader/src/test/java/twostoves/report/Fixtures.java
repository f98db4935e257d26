package twostoves.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Kind;
import twostoves.grading.Picture;
import twostoves.grading.Place;
import twostoves.grading.Track;

/** Exercises, runs and results to report on. */
final class Fixtures {

    static final long SECOND = 1_000_000_000;

    static final Exercise FETCH_ALL = exercise("fetch-all", 1, Track.CONCURRENCY, "FetchAll");
    static final Exercise SPLIT_RANGE = exercise("split-range", 12, Track.PARALLELISM, "SplitRange");
    static final Exercise SUM_OF_SQUARES = exercise("sum-of-squares", 13, Track.PARALLELISM, "SumOfSquares");

    static final Session SESSION = new Session(
            "exercises", Instant.parse("2026-10-01T08:00:00.123456Z"), Duration.ofMillis(842), 4711, 4, List.of());

    /** Three requests of three seconds, one after another. */
    static final Picture SEQUENTIAL = new Picture(
            "3 requests of 3 s each",
            new Timeline(
                    List.of(
                            request("/api/users", 0, 0, 3),
                            request("/api/posts", 1, 3, 6),
                            request("/api/comments", 2, 6, 9)),
                    9 * SECOND),
            Optional.of(3 * SECOND));

    private Fixtures() {}

    static Exercise exercise(String id, int number, Track track, String simpleName) {
        return new Exercise(
                id,
                number,
                track,
                "twostoves." + track.id() + "." + simpleName,
                Runnable.class,
                List.of(
                        spec("returns-the-answers", "returns the right answers", Kind.VALUES, 4),
                        spec("all-in-flight-together", "has everything in flight together", Kind.TIME, 3),
                        spec("leaves-nothing-running", "leaves nothing running", Kind.THREADS, 2),
                        spec("does-not-lose-an-interrupt", "does not lose an interrupt", Kind.EDGES, 1)));
    }

    private static Exercise.CheckSpec spec(String id, String sentence, Kind kind, int points) {
        return new Exercise.CheckSpec(id, sentence, kind, points, Set.of());
    }

    static Span request(String label, long item, long startSecond, long endSecond) {
        ThreadIdentity thread = new ThreadIdentity(100 + item, "", ThreadIdentity.Kind.VIRTUAL);
        return new Span(
                label,
                item,
                Span.Activity.WAITING,
                thread,
                startSecond * SECOND,
                endSecond * SECOND,
                Span.Ending.COMPLETED);
    }

    static Span computation(long item, long worker, long startSecond, long endSecond, Span.Ending ending) {
        ThreadIdentity thread = new ThreadIdentity(worker, "pool-1-thread-" + worker, ThreadIdentity.Kind.PLATFORM);
        return new Span(
                String.valueOf(item),
                item,
                Span.Activity.COMPUTING,
                thread,
                startSecond * SECOND,
                endSecond * SECOND,
                ending);
    }

    static ExerciseResult solved(Exercise exercise) {
        return with(exercise, List.of());
    }

    /** Reports that the given checks came out as given, and that all others passed. */
    static ExerciseResult with(Exercise exercise, List<CheckResult> results) {
        List<CheckResult> all = new ArrayList<>();
        for (Exercise.CheckSpec check : exercise.checks()) {
            all.add(results.stream()
                    .filter(result -> result.check().id().equals(check.id()))
                    .findFirst()
                    .orElseGet(() -> result(check, CheckResult.Status.PASSED, check.points(), "")));
        }
        return ExerciseResult.of(exercise, all);
    }

    static ExerciseResult submitThenWait() {
        return with(
                FETCH_ALL,
                List.of(new CheckResult(
                        FETCH_ALL.checks().get(1),
                        CheckResult.Status.FAILED,
                        0,
                        "Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s.",
                        Optional.of(Diagnosis.SUBMIT_THEN_WAIT),
                        Optional.of(new Place(FETCH_ALL.sourceFile(), 21)),
                        Optional.of(SEQUENTIAL))));
    }

    static ExerciseResult unsolved(Exercise exercise) {
        return ExerciseResult.whole(
                exercise, ExerciseResult.Status.UNSOLVED, Diagnosis.UNSOLVED, "Not begun yet.", Optional.empty());
    }

    static CheckResult result(Exercise.CheckSpec check, CheckResult.Status status, int points, String message) {
        return new CheckResult(check, status, points, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static CheckResult failed(Exercise.CheckSpec check, Diagnosis diagnosis, String message) {
        return new CheckResult(
                check,
                CheckResult.Status.FAILED,
                0,
                message,
                Optional.of(diagnosis),
                Optional.empty(),
                Optional.empty());
    }

    static Report report(ExerciseResult... results) {
        List<ExerciseResult> all = List.of(results);
        return Report.of(
                SESSION, all, all.stream().map(ExerciseResult::exercise).toList());
    }
}
