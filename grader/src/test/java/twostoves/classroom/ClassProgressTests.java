package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.Diagnosis;

@DisplayName("The progress of a class")
class ClassProgressTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<String> lines = new ArrayList<>();
    private final ClassProgress progress = new ClassProgress(lines::add, now::get);

    @Test
    @DisplayName("is a line for each submission, with what it earned and the time left")
    void lines() {
        progress.begins(12, 0, 2);
        now.addAndGet(Duration.ofSeconds(30).toNanos());
        progress.graded(
                ClassResult.graded("ada", "key", Fakes.report("ada", Map.of(Fakes.FETCH_ALL, Diagnosis.SEQUENTIAL))),
                1,
                12);
        now.addAndGet(Duration.ofSeconds(300).toNanos());
        progress.graded(ClassResult.refused("ben\u001b[2J\nx", "Nothing\nto grade in ben."), 11, 12);
        progress.graded(ClassResult.fault("cleo", "The grader failed: full disk"), 12, 12);

        assertThat(lines)
                .containsExactly(
                        "Grading 12 submissions, 2 at a time.",
                        " 1/12  ada: 14 of 20 points · about 6 min left",
                        "11/12  ben\\u001b[2J x: Nothing to grade in ben. · less than 1 min left",
                        "12/12  cleo: The grader failed: full disk");
    }

    @Test
    @DisplayName("says what was graded before")
    void kept() {
        progress.begins(1, 199, 4);

        assertThat(lines)
                .containsExactly("199 submissions graded before and unchanged.", "Grading 1 submission, 1 at a time.");
    }

    @Test
    @DisplayName("tells long times in hours")
    void hours() {
        assertThat(ClassProgress.rounded(Duration.ofSeconds(59))).isEqualTo("less than 1 min");
        assertThat(ClassProgress.rounded(Duration.ofSeconds(60))).isEqualTo("about 1 min");
        assertThat(ClassProgress.rounded(Duration.ofMinutes(89))).isEqualTo("about 89 min");
        assertThat(ClassProgress.rounded(Duration.ofMinutes(200))).isEqualTo("about 3 h");
    }
}
