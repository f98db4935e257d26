package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/**
 * Grades what tries to get at the grader or breaks down, as {@code kata class} does. The folder of a submission is its
 * diagnosis; in {@code any} lie those whose diagnosis depends on the machine.
 */
@DisplayName("A hostile submission")
class HostileTests {

    private static final Path CORPUS = Path.of("src", "test", "hostile");
    private static final String ANY = "any";

    /** Generous: most take two seconds. */
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private static final Exercise EXERCISE =
            Exercise.of(Curriculum.checkClasses().getFirst());

    @TempDir
    Path directory;

    private record Case(String expected, String name, Path source) {}

    private static final Case SOLUTION =
            new Case(ANY, "solution", Path.of("..", "solutions").resolve(EXERCISE.sourceFile()));

    private record Graded(Case given, ExerciseResult result, String sourceAfterwards) {}

    private static List<Case> corpus() {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new Case(
                            CORPUS.relativize(file).getName(0).toString(),
                            CORPUS.relativize(file).getName(1).toString(),
                            file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Graded grade(Case given, boolean keepingCompiler) throws Exception {
        Path module = directory.resolve(given.name());
        Path file = module.resolve(EXERCISE.sourceFile());
        Files.createDirectories(file.getParent());
        Files.copy(given.source(), file);
        ExerciseResult result = new Grader()
                .grade(
                        Submission.in(module),
                        List.of(EXERCISE),
                        Options.standard()
                                .limit(BUDGET)
                                .confinement(Confinement.here())
                                .keepingCompiler(keepingCompiler))
                .getFirst();
        return new Graded(given, result, Files.readString(file));
    }

    @Test
    @DisplayName("earns nothing, changes nothing, leaves no process, is told why, and does not harm the next one")
    void corpusIsHarmless() throws Exception {
        List<Case> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThan(80);
        SoftAssertions softly = new SoftAssertions();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Graded>> gradings = corpus.stream()
                    .map(given -> two.submit(() -> grade(given, true)))
                    .toList();
            for (Future<Graded> grading : gradings) {
                Graded graded = grading.get();
                String name = graded.given().name();
                ExerciseResult result = graded.result();
                softly.assertThat(pointsForRunning(result))
                        .as("points of " + name + ": " + result.message())
                        .isZero();
                softly.assertThat(result.status())
                        .as("status of " + name)
                        .isNotIn(ExerciseResult.Status.SOLVED, ExerciseResult.Status.ERROR);
                softly.assertThat(graded.sourceAfterwards())
                        .as("source of " + name)
                        .isEqualTo(Files.readString(graded.given().source()));
                if (!graded.given().expected().equals(ANY)) {
                    softly.assertThat(result.diagnosis().map(Diagnosis::id))
                            .as("diagnosis of " + name)
                            .contains(graded.given().expected());
                }
            }
        }
        softly.assertThat(ProcessHandle.current().descendants().filter(HostileTests::isWorker))
                .as("workers that are left")
                .isEmpty();
        softly.assertThat(grade(SOLUTION, true).result().status())
                .as("what is graded next")
                .isEqualTo(ExerciseResult.Status.SOLVED);
        softly.assertAll();
    }

    @Test
    @DisplayName(
            "that does not compile is told why by a worker that also judges, as kata grade has it, and then the next one is solved")
    void compiledByTheWorker() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Case given : corpus()) {
            if (given.expected().equals(Diagnosis.DOES_NOT_COMPILE.id())) {
                softly.assertThat(grade(given, false).result().diagnosis())
                        .as("diagnosis of " + given.name())
                        .contains(Diagnosis.DOES_NOT_COMPILE);
            }
        }
        softly.assertThat(grade(SOLUTION, false).result().status())
                .as("what is graded next")
                .isEqualTo(ExerciseResult.Status.SOLVED);
        softly.assertAll();
    }

    /** The first check reads the code; the others run it. */
    private static int pointsForRunning(ExerciseResult result) {
        return result.checks().stream().skip(1).mapToInt(CheckResult::points).sum();
    }

    /** The compiler that is kept has one argument more. */
    private static boolean isWorker(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").endsWith(Worker.class.getName());
    }
}
