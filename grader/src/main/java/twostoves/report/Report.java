package twostoves.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/**
 * The neutral report on one session, from which everything that a person or a platform sees is written.
 *
 * <p>In JSON its components are the keys. A value that is absent has no key, and nothing is null. Constants are written
 * in lower case with hyphens. Later versions of this schema may add keys; readers ignore those they do not know.
 *
 * @param schema the name of this format, {@value #SCHEMA}
 * @param submission whose code was graded, as people name it
 * @param startedAt when the session began
 * @param durationMs how long it took, in real milliseconds
 * @param java the version of the Java runtime, such as {@code 25.0.3}
 * @param processors how many processors the graded process believed it had
 * @param seed the seed of all inputs drawn at random
 * @param graderVersion the version of the grader; {@code development} where it was not packaged
 * @param score the points earned
 * @param maxScore the points of all exercises asked for
 * @param exercises what came of each exercise asked for, by number
 * @param deviations what was measured once and not again: defects of the grader, which cost nobody anything; usually empty
 * @param weights how much each exercise counts in gradebooks and on platforms, where a teacher has set it; the points of
 *     this report are without
 */
public record Report(
        String schema,
        String submission,
        Instant startedAt,
        long durationMs,
        String java,
        int processors,
        long seed,
        String graderVersion,
        int score,
        int maxScore,
        List<ReportedExercise> exercises,
        List<String> deviations,
        Optional<Weights> weights) {

    /** The name of this format. */
    public static final String SCHEMA = "twostoves/report/1";

    /**
     * Creates a report; copies what it is given.
     *
     * @throws IllegalArgumentException if the schema is another
     */
    public Report {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("the schema is " + schema + ", and this grader knows " + SCHEMA);
        }
        exercises = List.copyOf(exercises);
        deviations = deviations == null ? List.of() : List.copyOf(deviations); // older reports have none
    }

    /**
     * Creates a report on exercises that count alike.
     *
     * @throws IllegalArgumentException if the schema is another
     */
    public Report(
            String schema,
            String submission,
            Instant startedAt,
            long durationMs,
            String java,
            int processors,
            long seed,
            String graderVersion,
            int score,
            int maxScore,
            List<ReportedExercise> exercises,
            List<String> deviations) {
        this(
                schema,
                submission,
                startedAt,
                durationMs,
                java,
                processors,
                seed,
                graderVersion,
                score,
                maxScore,
                exercises,
                deviations,
                Optional.empty());
    }

    /**
     * Reports on a session that has ended.
     *
     * <p>What was asked for decides what the report holds, so that its highest score is known before anything runs: an
     * exercise without a result is an error of the grader and earns nothing, and a result nobody asked for is left out.
     *
     * @param session what is known of the session
     * @param results the results of the exercises, at most one each
     * @param exercises the exercises asked for
     * @return the report, with this process's version of Java
     * @throws IllegalStateException if an exercise has two results
     */
    public static Report of(Session session, List<ExerciseResult> results, List<Exercise> exercises) {
        Map<String, ExerciseResult> byId = results.stream()
                .collect(Collectors.toMap(result -> result.exercise().id(), Function.identity()));
        List<ReportedExercise> reported = exercises.stream()
                .sorted(Comparator.comparingInt(Exercise::number))
                .map(exercise -> byId.containsKey(exercise.id())
                        ? ReportedExercise.of(byId.get(exercise.id()))
                        : ReportedExercise.withoutVerdict(exercise))
                .toList();
        return new Report(
                SCHEMA,
                session.submission(),
                session.startedAt().truncatedTo(ChronoUnit.MILLIS),
                session.duration().toMillis(),
                javaVersion(),
                session.processors(),
                session.seed(),
                GraderVersion.find(),
                reported.stream().mapToInt(ReportedExercise::score).sum(),
                reported.stream().mapToInt(ReportedExercise::maxScore).sum(),
                reported,
                session.deviations());
    }

    /**
     * Adds to each line of the learner's that is to blame some of the code around it.
     *
     * @param sources where to quote from
     * @return this report with excerpts, as far as the code can be read
     */
    public Report quoting(Sources sources) {
        return new Report(
                schema,
                submission,
                startedAt,
                durationMs,
                java,
                processors,
                seed,
                graderVersion,
                score,
                maxScore,
                exercises.stream().map(exercise -> exercise.quoting(sources)).toList(),
                deviations,
                weights);
    }

    private static String javaVersion() {
        return Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /**
     * Counts the exercises of which the same came.
     *
     * @param wanted what came of them
     * @return their number
     */
    public long count(ExerciseResult.Status wanted) {
        return exercises.stream()
                .filter(exercise -> exercise.status() == wanted)
                .count();
    }

    /**
     * Sets how much each exercise counts.
     *
     * @param wanted the weights
     * @return this report with those weights, and with none if every exercise counts once
     */
    public Report withWeights(Weights wanted) {
        return new Report(
                schema,
                submission,
                startedAt,
                durationMs,
                java,
                processors,
                seed,
                graderVersion,
                score,
                maxScore,
                exercises,
                deviations,
                Optional.of(wanted).filter(weights -> !weights.areEqual()));
    }

    /**
     * Counts as the teacher does: every point of an exercise, and of its checks, as often as the exercise counts.
     *
     * @return this report with its points multiplied and without weights; this report, if there are none
     */
    public Report weighted() {
        if (weights.isEmpty()) {
            return this;
        }
        return new Report(
                schema,
                submission,
                startedAt,
                durationMs,
                java,
                processors,
                seed,
                graderVersion,
                weightedScore(),
                weightedMaxScore(),
                exercises.stream()
                        .map(exercise -> exercise.times(weights.get().of(exercise.id())))
                        .toList(),
                deviations);
    }

    /**
     * Tells what an exercise has earned for a gradebook or a platform.
     *
     * @param exercise one of the exercises of this report
     * @return its score times its weight
     */
    public int weightedScore(ReportedExercise exercise) {
        return exercise.score() * weights.orElse(Weights.EQUAL).of(exercise.id());
    }

    /**
     * Tells what an exercise is worth in a gradebook or on a platform.
     *
     * @param exercise one of the exercises of this report
     * @return its highest score times its weight
     */
    public int weightedMaxScore(ReportedExercise exercise) {
        return exercise.maxScore() * weights.orElse(Weights.EQUAL).of(exercise.id());
    }

    /**
     * Adds up what has been earned for a gradebook or a platform.
     *
     * @return the sum of the weighted scores; {@link #score()} where every exercise counts once
     */
    public int weightedScore() {
        return exercises.stream().mapToInt(this::weightedScore).sum();
    }

    /**
     * Adds up what can be earned for a gradebook or a platform.
     *
     * @return the sum of the weighted highest scores; {@link #maxScore()} where every exercise counts once
     */
    public int weightedMaxScore() {
        return exercises.stream().mapToInt(this::weightedMaxScore).sum();
    }
}
