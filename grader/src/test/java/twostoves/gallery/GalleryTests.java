package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult.Status;

@DisplayName("The gallery")
class GalleryTests {

    private final Gallery gallery = new Gallery(Path.of(System.getProperty("kata.repository")));

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
