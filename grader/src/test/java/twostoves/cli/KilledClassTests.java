package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.checks.Curriculum;

@DisplayName("A class that is killed in the middle")
class KilledClassTests {

    private static final String EXERCISE = "split-range";
    private static final int SUBMISSIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path temporary;

    private Process start(String... options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Kata.class.getName(),
                "class",
                temporary.resolve("class").toString(),
                "--only",
                EXERCISE);
        builder.command().addAll(List.of(options));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temporary.resolve("log").toFile()))
                .start();
    }

    private void run(int exitCode, String... options) throws IOException, InterruptedException {
        Process kata = start(options);
        try {
            assertThat(kata.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(kata.exitValue())
                    .as(Files.readString(temporary.resolve("log")))
                    .isEqualTo(exitCode);
        } finally {
            kata.destroyForcibly();
        }
    }

    /** When each result was written. */
    private static Map<String, FileTime> results(Path out) {
        Path directory = out.resolve("results");
        Map<String, FileTime> results = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(
                                result -> !result.getFileName().toString().startsWith("."))
                        .toList()) {
                    results.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return results;
    }

    @Test
    @DisplayName("goes on where it stopped: what was finished stays, and the gradebook is what it would have been")
    void goesOn() throws Exception {
        new SyntheticClass(
                        Path.of(System.getProperty("kata.repository", "..")),
                        Curriculum.exercises().stream()
                                .filter(exercise -> exercise.id().equals(EXERCISE))
                                .toList())
                .write(temporary.resolve("class"), SUBMISSIONS);
        Path killed = temporary.resolve("killed");
        Path whole = temporary.resolve("whole");

        Process kata = start("--out", killed.toString(), "--jobs", "2");
        try {
            await().atMost(PATIENCE).until(() -> results(killed).size() >= 2);
        } finally {
            kata.destroyForcibly().waitFor();
        }
        Map<String, FileTime> finished = results(killed);
        assertThat(finished).hasSizeBetween(2, SUBMISSIONS - 1);
        assertThat(killed.resolve("gradebook.csv")).doesNotExist();

        run(1, "--out", killed.toString(), "--resume");
        run(1, "--out", whole.toString(), "--jobs", "1");

        assertThat(results(killed)).hasSize(SUBMISSIONS).containsAllEntriesOf(finished);
        for (String file : List.of("gradebook.csv", "canvas.csv", "moodle.csv", "class.html")) {
            assertThat(killed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }
}
