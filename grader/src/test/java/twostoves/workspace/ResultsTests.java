package twostoves.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.ExerciseResult.Status;
import twostoves.report.JsonReport;
import twostoves.report.Report;
import twostoves.report.Session;

@DisplayName("Results")
class ResultsTests {

    private static final List<Exercise> EXERCISES = Curriculum.exercises();
    private static final Exercise FIRST = EXERCISES.get(0);
    private static final Exercise SECOND = EXERCISES.get(1);
    private static final Exercise THIRD = EXERCISES.get(2);

    private Repository repository;

    @TempDir
    Path directory;

    @BeforeEach
    void open() {
        repository = new Repository(directory);
    }

    private static Report report(int hour, Exercise exercise, boolean solved) {
        List<CheckResult> checks = new ArrayList<>();
        for (Exercise.CheckSpec check : exercise.checks()) {
            checks.add(new CheckResult(
                    check,
                    solved ? CheckResult.Status.PASSED : CheckResult.Status.FAILED,
                    solved ? check.points() : 0,
                    "",
                    solved ? Optional.empty() : Optional.of(Diagnosis.SEQUENTIAL),
                    Optional.empty(),
                    Optional.empty()));
        }
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hour));
        Session session = new Session("exercises", at, Duration.ZERO, 1, 4, List.of());
        return Report.of(session, List.of(ExerciseResult.of(exercise, checks)), List.of(exercise));
    }

    @Test
    @DisplayName("are those of the last run of each exercise, whatever else was run since")
    void remembered() throws IOException {
        Results.of(repository).note(report(1, FIRST, false));
        Results.of(repository).note(report(2, FIRST, true));
        Results.of(repository).note(report(3, SECOND, false));

        Results results = Results.of(repository);
        assertThat(results.of(FIRST)).contains(new Results.Result(Status.SOLVED, 10, 10, Optional.empty()));
        assertThat(results.of(SECOND))
                .contains(new Results.Result(Status.FAILED, 0, 10, Optional.of(Diagnosis.SEQUENTIAL)));
        assertThat(results.of(THIRD)).isEmpty();
        assertThat(results.isSolved(FIRST)).isTrue();
        assertThat(results.isSolved(SECOND)).isFalse();
    }

    @Test
    @DisplayName("include those of a run by Maven, which writes a report only, unless they are older")
    void byMaven() throws IOException {
        Results.of(repository).note(report(2, FIRST, true));
        JsonReport.write(report(1, FIRST, false), repository.report());
        assertThat(Results.of(repository).isSolved(FIRST)).isTrue();

        JsonReport.write(report(3, FIRST, false), repository.report());
        assertThat(Results.of(repository).isSolved(FIRST)).isFalse();
    }

    @Test
    @DisplayName("are none where what was remembered cannot be read")
    void garbled() throws IOException {
        for (String text : new String[] {"garbled", "[]", "{\"" + FIRST.id() + "\": {\"status\": \"perfect\"}}"}) {
            Files.createDirectories(repository.memory());
            Files.writeString(repository.memory().resolve("results.json"), text);
            assertThat(Results.of(repository).of(FIRST)).isEmpty();
        }
    }

    @Test
    @DisplayName("tell what comes next, and what comes after an exercise")
    void next() throws IOException {
        Results results = Results.of(repository);
        assertThat(results.next(EXERCISES)).contains(FIRST);
        assertThat(results.after(FIRST, EXERCISES)).contains(SECOND);
        results.note(report(1, FIRST, true));
        results.note(report(2, SECOND, true));
        assertThat(results.next(EXERCISES)).contains(THIRD);
        assertThat(results.after(FIRST, EXERCISES)).contains(THIRD);
        assertThat(results.after(EXERCISES.getLast(), EXERCISES)).contains(THIRD);
        for (Exercise exercise : EXERCISES) {
            results.note(report(3, exercise, true));
        }
        assertThat(results.next(EXERCISES)).isEmpty();
        assertThat(results.after(FIRST, EXERCISES)).isEmpty();
    }
}
