package twostoves.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.gallery.JudgingProcess.Verdict;

@DisplayName("A process that judges submissions")
class JudgingProcessTests {

    private static final Path SOLUTION = Path.of("parallelism", "SplitRange.java");

    @TempDir
    private Path repository;

    @Test
    @DisplayName("tells of each verdict, and how it differs from the one of the folder")
    void oddVerdict() throws IOException {
        exhibit("right/reference");
        exhibit("wrong/empty-chunk/reference");

        JudgingProcess.Outcome outcome = JudgingProcess.run(List.of(), repository, 1, "split-range/.*");

        assertThat(outcome.verdicts())
                .containsExactly(
                        new Verdict("split-range/right/reference"),
                        new Verdict(
                                "split-range/wrong/empty-chunk/reference",
                                List.of(
                                        "split-range/wrong/empty-chunk/reference is solved with no diagnosis, 10 points ()"),
                                List.of()));
        assertThat(outcome.died()).isFalse();
    }

    @Test
    @DisplayName("is said to have died if it did not come to the end")
    void death() throws IOException {
        JudgingProcess.Outcome outcome = JudgingProcess.run(List.of("-XX:NoSuchFlag"), repository, 1, "split-range/.*");

        assertThat(outcome.verdicts()).isEmpty();
        assertThat(outcome.died()).isTrue();
    }

    private void exhibit(String folder) throws IOException {
        Path source = Path.of(System.getProperty("kata.repository"))
                .resolve("solutions/src/main/java/twostoves")
                .resolve(SOLUTION);
        Path target = repository
                .resolve("grader/src/test/submissions/split-range")
                .resolve(folder)
                .resolve(SOLUTION.getFileName());
        Files.createDirectories(target.getParent());
        Files.copy(source, target);
    }
}
