package twostoves.checks.parallelism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.Grades;
import twostoves.grading.RealWork;
import twostoves.grading.Subjects;
import twostoves.grading.Track;

@DisplayName("The work of real weight")
class OnYourMachineTests {

    private static final Path SOLUTIONS = Path.of(System.getProperty("kata.repository"), "solutions");

    @TempDir
    private Path scratch;

    @TestFactory
    @DisplayName("is there for every exercise of the track that computes, and the reference does all of it")
    Stream<DynamicTest> works() {
        return Curriculum.checkClasses().stream()
                .filter(checks -> Exercise.of(checks).track() == Track.PARALLELISM)
                .filter(checks -> !Exercise.of(checks).id().equals("split-range"))
                .map(checks -> DynamicTest.dynamicTest(Exercise.of(checks).id(), () -> {
                    assertThat(checks.getAnnotation(Grades.class).realWork()).isNotEqualTo(RealWork.None.class);
                    Exercise exercise = Exercise.of(checks);
                    assertThat(Subjects.usedBy(checks, Subjects.of(exercise, compiled(exercise)), 1))
                            .isGreaterThan(1_000_000);
                    assertThat(Subjects.usedBy(checks, Subjects.of(exercise, compiled(exercise)), 3))
                            .isGreaterThan(1_000_000);
                }));
    }

    private Path compiled(Exercise exercise) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            null,
                            manager,
                            null,
                            Stream.of("-d", scratch.toString(), "-proc:none").toList(),
                            null,
                            manager.getJavaFileObjects(SOLUTIONS.resolve(exercise.sourceFile())))
                    .call();
            assertThat(done).isTrue();
        }
        return scratch;
    }
}
