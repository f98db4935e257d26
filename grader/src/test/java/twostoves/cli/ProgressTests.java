package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.Curriculum;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.report.ConsoleStyle;

@DisplayName("Progress")
class ProgressTests {

    private static final String CLEAR = "\r\u001b[K";

    private final List<Exercise> two = Curriculum.exercises().subList(0, 2);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Terminal terminal(boolean person) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Terminal(InputStream.nullInputStream(), stream, stream, ConsoleStyle.PLAIN, person);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void grade(Terminal terminal, List<Exercise> exercises) {
        try (Progress progress = Progress.of(terminal, exercises)) {
            exercises.forEach(exercise -> progress.graded(
                    ExerciseResult.whole(
                            exercise, ExerciseResult.Status.UNSOLVED, Diagnosis.UNSOLVED, "", Optional.empty()),
                    "",
                    List.of()));
        }
    }

    @Test
    @DisplayName("is one line at a terminal, which names what is judged and is gone in the end")
    void terminal() {
        grade(terminal(true), two);

        assertThat(printed())
                .isEqualTo(CLEAR + "judging fetch-all, 1 of 2 …" + CLEAR + "judging take-turns, 2 of 2 …" + CLEAR);
    }

    @Test
    @DisplayName("counts nothing where there is one exercise")
    void one() {
        grade(terminal(true), two.subList(0, 1));

        assertThat(printed()).isEqualTo(CLEAR + "judging fetch-all …" + CLEAR);
    }

    @Test
    @DisplayName("is nothing, and no control character, where there is no terminal")
    void pipe() {
        grade(terminal(false), two);
        Progress.of(terminal(false), "comparing the submissions").close();

        assertThat(printed()).isEmpty();
    }
}
