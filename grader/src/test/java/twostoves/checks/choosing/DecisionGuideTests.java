package twostoves.checks.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Times;
import twostoves.kit.Workload;

@DisplayName("The decision guide")
class DecisionGuideTests {

    private static final Path GUIDE = Path.of(System.getProperty("kata.repository"), "docs/decision-guide.md");

    private static String row(Situation situation) {
        Question question = situation.question();
        Workload work = question.work();
        return "| " + question.what() + " | " + work.tasks() + " | "
                + Times.ofNanos(work.waiting().toNanos()) + " | "
                + Times.ofNanos(work.computing().toNanos()) + " | " + question.cores() + " | "
                + situation.comparison().right() + " |";
    }

    @Test
    @DisplayName(
            "has a row for each situation, in order, with the numbers that are graded and the choice that is right")
    void saysWhatIsGraded() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.matches("\\|[^|]*\\| \\d+ \\|.*"))
                .toList();
        List<String> due =
                Arrays.stream(Situation.values()).map(DecisionGuideTests::row).toList();
        assertThat(rows).hasSameSizeAs(due);
        for (int i = 0; i < due.size(); i++) {
            assertThat(rows.get(i)).startsWith(due.get(i));
        }
    }
}
