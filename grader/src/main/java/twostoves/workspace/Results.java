package twostoves.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.report.ReportedExercise;

/**
 * What came of each exercise when it was last graded, in whatever run that was: a report tells of one run only, and many
 * runs grade one exercise only.
 */
public final class Results {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String FILE = "results.json";

    private final Repository repository;
    private final Map<String, Entry> entries;

    private Results(Repository repository, Map<String, Entry> entries) {
        this.repository = repository;
        this.entries = entries;
    }

    /**
     * What came of one exercise.
     *
     * @param status what came of it
     * @param score the points earned
     * @param maxScore the points it is worth
     * @param diagnosis the primary diagnosis, if there is one
     */
    public record Result(ExerciseResult.Status status, int score, int maxScore, Optional<Diagnosis> diagnosis) {}

    /** A result as it is written down: no diagnosis is an empty one; {@code at} is in milliseconds since the epoch. */
    private record Entry(String status, int score, int maxScore, String diagnosis, long at) {

        static Entry of(ReportedExercise exercise, long at) {
            return new Entry(
                    exercise.status().id(),
                    exercise.score(),
                    exercise.maxScore(),
                    exercise.diagnosis().map(Diagnosis::id).orElse(""),
                    at);
        }

        /** Of another version of the grader perhaps, and then as good as none. */
        Optional<Result> result() {
            return Stream.of(ExerciseResult.Status.values())
                    .filter(known -> known.id().equals(status))
                    .findFirst()
                    .map(known -> new Result(
                            known,
                            score,
                            maxScore,
                            Optional.ofNullable(diagnosis).flatMap(Diagnosis::byId)));
        }
    }

    /**
     * Reads what is known, and what the last report tells beyond that: Maven writes reports but remembers nothing. What
     * cannot be read is as good as not there; the next run writes it anew. Whoever is about to replace the report does this
     * before, and {@linkplain #note notes} after.
     *
     * @param repository the working tree
     * @return the results
     */
    public static Results of(Repository repository) {
        Path file = repository.memory().resolve(FILE);
        Results results = new Results(repository, read(file));
        try {
            if (Files.exists(repository.report()) && !isNewer(file, repository.report())) {
                results.take(JsonReport.read(repository.report()));
            }
        } catch (IOException e) {
            // as good as none
        }
        return results;
    }

    /** Of a report that is older than what was noted last, all is known. */
    private static boolean isNewer(Path file, Path other) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static Map<String, Entry> read(Path file) {
        try {
            return new TreeMap<>(JSON.readValue(Files.readString(file), new TypeReference<Map<String, Entry>>() {}));
        } catch (IOException | JacksonException e) {
            return new TreeMap<>();
        }
    }

    /**
     * Takes in what a report tells, and writes nothing down.
     *
     * @param report a report on exercises of this working tree
     */
    public void take(Report report) {
        long at = report.startedAt().toEpochMilli();
        for (ReportedExercise exercise : report.exercises()) {
            Entry known = entries.get(exercise.id());
            if (known == null || known.at() <= at) {
                entries.put(exercise.id(), Entry.of(exercise, at));
            }
        }
    }

    /**
     * Remembers what a report tells.
     *
     * @param report a report on exercises of this working tree
     * @throws IOException if that cannot be written down
     */
    public void note(Report report) throws IOException {
        take(report);
        Memory.write(repository.memory(), FILE, JSON.writeValueAsString(entries) + "\n");
    }

    /**
     * Tells what came of an exercise.
     *
     * @param exercise the exercise
     * @return its last result, if it was ever graded
     */
    public Optional<Result> of(Exercise exercise) {
        return Optional.ofNullable(entries.get(exercise.id())).flatMap(Entry::result);
    }

    /**
     * Tells whether an exercise is solved.
     *
     * @param exercise the exercise
     * @return whether it was when it was last graded
     */
    public boolean isSolved(Exercise exercise) {
        return of(exercise)
                .filter(result -> result.status() == ExerciseResult.Status.SOLVED)
                .isPresent();
    }

    /**
     * Finds what comes next.
     *
     * @param exercises the exercises, in their order
     * @return the first that is not solved, if there is one
     */
    public Optional<Exercise> next(List<Exercise> exercises) {
        return exercises.stream().filter(exercise -> !isSolved(exercise)).findFirst();
    }

    /**
     * Finds what comes after an exercise.
     *
     * @param exercise the exercise
     * @param exercises the exercises, in their order
     * @return the first after it that is not solved, then the first before it; empty if all others are solved
     */
    public Optional<Exercise> after(Exercise exercise, List<Exercise> exercises) {
        int place = exercises.indexOf(exercise);
        return Stream.concat(
                        exercises.stream().skip(place + 1L), exercises.stream().limit(place))
                .filter(other -> !isSolved(other))
                .findFirst();
    }
}
