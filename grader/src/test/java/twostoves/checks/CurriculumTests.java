package twostoves.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twostoves.grading.Exercise;
import twostoves.grading.Exercise.CheckSpec;

@DisplayName("The curriculum")
class CurriculumTests {

    private static final Path REPOSITORY = Path.of(System.getProperty("kata.repository"));

    static Stream<Exercise> exercises() {
        return Curriculum.exercises().stream();
    }

    @Test
    @DisplayName("lists the exercises by number")
    void byNumber() {
        assertThat(Curriculum.exercises())
                .extracting(Exercise::number)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(Curriculum.exercises())
                .extracting(Exercise::id)
                .doesNotHaveDuplicates()
                .contains("fetch-all", "split-range", "sum-of-squares");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    @DisplayName("gives every exercise ten points")
    void tenPoints(Exercise exercise) {
        assertThat(exercise.maxScore()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    @DisplayName("lets a check need only checks that run before it")
    void needsComeFirst(Exercise exercise) {
        List<String> ids = exercise.checks().stream().map(CheckSpec::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (CheckSpec check : exercise.checks()) {
            assertThat(ids.subList(0, ids.indexOf(check.id()))).containsAll(check.needs());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    @DisplayName("is what the page of each exercise says: its checks in order, with their points")
    void pageSaysTheSame(Exercise exercise) throws IOException {
        List<String> rows = Files.readAllLines(REPOSITORY.resolve("docs/exercises/" + exercise.id() + ".md")).stream()
                .filter(line -> line.matches("\\|[^|]+\\| *\\d+ *\\|.*"))
                .map(line -> line.split("\\|")[1].strip() + " " + line.split("\\|")[2].strip())
                .toList();
        List<String> checks = exercise.checks().stream()
                .map(check -> check.sentence() + " " + check.points())
                .toList();
        assertThat(rows).containsSequence(checks);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    @DisplayName("has a test class for each exercise in the learner's module")
    void testClass(Exercise exercise) {
        Path test = REPOSITORY.resolve(
                "exercises/src/test/java/" + exercise.className().replace('.', '/') + "Test.java");
        assertThat(test).isRegularFile();
    }
}
