package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
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

    @TestFactory
    @DisplayName("hold a reference for every exercise, and alternatives, all of them solved")
    Stream<DynamicTest> solutions() throws IOException {
        return Curriculum.exercises().stream()
                .flatMap(exercise -> solutionsOf(exercise).stream()
                        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                            ExerciseResult result = judge(exercise, file);
                            assertThat(result.checks())
                                    .extracting(CheckResult::message)
                                    .allMatch(String::isEmpty);
                            assertThat(result.status()).isEqualTo(Status.SOLVED);
                        })));
    }

    private List<Path> solutionsOf(Exercise exercise) {
        Path reference = repository.resolve("solutions").resolve(exercise.sourceFile());
        String simpleName = reference.getFileName().toString().replace(".java", "");
        try (Stream<Path> files = Files.list(reference.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches(simpleName + "(With\\w+)?\\.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An alternative is judged under the name of the class it could stand in for. */
    private ExerciseResult judge(Exercise exercise, Path file) throws IOException {
        String className = file.getFileName().toString().replace(".java", "");
        String simpleName = exercise.className().substring(exercise.className().lastIndexOf('.') + 1);
        Path source = Files.createDirectories(scratch.resolve(className)).resolve(simpleName + ".java");
        Files.writeString(source, Files.readString(file).replaceAll("\\b" + className + "\\b", simpleName));
        Exhibited submission = new Exhibited(exercise.id(), Status.SOLVED, Optional.empty(), className, source);
        return new Gallery(repository, scratch).judge(submission, new Gradebook());
    }
}
