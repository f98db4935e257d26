package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.ExerciseResult.Status;
import twostoves.grading.Gradebook;

@DisplayName("The gallery")
class GalleryTests {

    private final Gallery gallery = new Gallery(Path.of(System.getProperty("kata.repository")));

    /** Submissions print a lot: words of their own, stack traces, and those of threads that are ended under them. */
    private static final PrintStream OUT = System.out;

    private static final PrintStream ERR = System.err;

    @BeforeAll
    static void silence() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    static void speak() {
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @TestFactory
    @DisplayName("gives every submission the verdict of its folder")
    Stream<DynamicTest> verdicts() {
        return gallery.submissions().stream()
                .map(submission -> DynamicTest.dynamicTest(submission.name(), () -> {
                    Gradebook book = new Gradebook();
                    ExerciseResult result = gallery.judge(submission, book);
                    assertThat(submission.oddity(result)).isEmpty();
                    assertThat(book.defects()).isEmpty();
                }));
    }

    @Test
    @DisplayName("has at least as many right and wrong submissions as promised")
    void size() {
        Map<String, Long> counts = gallery.submissions().stream()
                .collect(Collectors.groupingBy(
                        submission -> submission.exerciseId() + " "
                                + (submission.status() == Status.SOLVED ? "right" : "wrong"),
                        Collectors.counting()));
        for (Exercise exercise : Curriculum.exercises()) {
            assertThat(counts.get(exercise.id() + " right")).as(exercise.id()).isGreaterThanOrEqualTo(4);
            assertThat(counts.get(exercise.id() + " wrong")).as(exercise.id()).isGreaterThanOrEqualTo(4);
        }
        assertThat(counts.get("fetch-all right")).isGreaterThanOrEqualTo(8);
        assertThat(counts.get("fetch-all wrong")).isGreaterThanOrEqualTo(15);
        assertThat(counts.get("sum-of-squares right")).isGreaterThanOrEqualTo(8);
        assertThat(counts.get("sum-of-squares wrong")).isGreaterThanOrEqualTo(12);
        assertThat(counts.get("split-range right")).isGreaterThanOrEqualTo(4);
        assertThat(counts.get("split-range wrong")).isGreaterThanOrEqualTo(8);
    }
}
