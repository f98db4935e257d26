package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.grading.CheckResult;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.ExerciseResult.Status;
import twostoves.grading.Gradebook;

@DisplayName("The modules")
class ModulesTests {

    private final Path repository = Path.of(System.getProperty("kata.repository"));

    @TempDir
    private Path scratch;

    @TestFactory
    @DisplayName(
            "hold a stub for every exercise that compiles and earns nothing: it throws Todo, or works and is to be mended")
    Stream<DynamicTest> stubs() {
        return Curriculum.exercises().stream()
                .map(exercise -> DynamicTest.dynamicTest(exercise.id(), () -> {
                    Path stub = repository.resolve("exercises").resolve(exercise.sourceFile());
                    ExerciseResult result = judge(exercise, stub);
                    assertThat(result.score()).isZero();
                    if (Files.readString(stub).contains("new Todo()")) {
                        assertThat(result.status()).isEqualTo(Status.UNSOLVED);
                        assertThat(result.checks())
                                .extracting(CheckResult::status)
                                .containsOnly(CheckResult.Status.NOT_REACHED);
                    } else {
                        assertThat(result.status()).isEqualTo(Status.FAILED);
                        assertThat(result.diagnosis()).isPresent();
                    }
                }));
    }

    @Test
    @DisplayName("hold a reference for every exercise")
    void references() {
        List<String> solutions = new Gallery(repository, scratch)
                .solutions().stream().map(Exhibited::name).toList();

        assertThat(solutions)
                .containsAll(Curriculum.exercises().stream()
                        .map(ModulesTests::nameOfReference)
                        .toList());
    }

    private static String nameOfReference(Exercise exercise) {
        return exercise.id() + "/solution/" + exercise.className().replaceFirst(".*\\.", "");
    }

    private ExerciseResult judge(Exercise exercise, Path stub) {
        Exhibited submission = new Exhibited(exercise.id(), Status.UNSOLVED, Optional.empty(), exercise.id(), stub);
        return new Gallery(repository, scratch).judge(submission, new Gradebook());
    }
}
