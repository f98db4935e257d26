package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.report.ConsoleStyle;

@DisplayName("kata class")
class ClassCommandTests {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private void submission(String name, String body) throws IOException {
        Path file = directory
                .resolve("clones")
                .resolve(name)
                .resolve("exercises/src/main/java/twostoves/parallelism/SplitRange.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package twostoves.parallelism;

                import java.util.List;
                import twostoves.kit.Range;

                public final class SplitRange implements twostoves.contract.SplitRangeContract {
                    public List<Range> split(Range whole, int parts) {
                        %s
                    }
                }
                """.formatted(body));
    }

    private int kata(String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                ConsoleStyle.PLAIN,
                false);
        return Kata.run(new Surroundings(directory, Optional.empty(), terminal, false), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void assertWrongUse(String message, String... args) {
        assertThat(kata(args)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(message);
        assertThat(out()).isEmpty();
    }

    @Test
    @DisplayName("grades the submissions in a directory, shard by shard, and merges them")
    void shardsAndMerge() throws IOException {
        submission("ada", "throw new twostoves.kit.Todo();");
        submission("ben", "return List.of(whole);");
        submission("cleo", "return");
        Files.createDirectories(directory.resolve("clones/dan"));

        assertThat(kata("class", "clones", "--only", "split-range", "--out", "one", "--shard", "1/2"))
                .isEqualTo(1);
        assertThat(out()).startsWith("Grading ");
        assertThat(kata("class", "clones", "--only", "split-range", "--out", "two", "--shard", "2/2"))
                .isEqualTo(1);
        assertThat(kata("merge", "one", "two", "--out", "all")).isEqualTo(1);

        assertThat(out()).isEqualTo("""

                4 submissions · 0 solved everything · 10 % of the points on average
                Most frequent: does-not-compile (1), unbalanced-chunks (1).
                1 submission held nothing to grade: see the notes in gradebook.csv.
                In all: class.html, gradebook.csv, canvas.csv, moodle.csv, and a report on each in reports.
                """);
        assertThat(directory.resolve("all/gradebook.csv"))
                .content()
                .contains(
                        "\"ada\",\"graded\",0,10,0,,0,\"unsolved\",\"unsolved\"",
                        "\"ben\",\"graded\",4,10,40,,4,\"failed\",\"unbalanced-chunks\"",
                        "\"cleo\",\"graded\",0,10,0,,0,\"broken\",\"does-not-compile\"",
                        "\"dan\",\"refused\",0,10,0,");
    }

    @Test
    @DisplayName("refuses what it cannot grade, and says what to do")
    void wrongUse() throws IOException {
        submission("ada", "return null;");

        assertWrongUse("There is no directory " + directory.resolve("clone") + ".\n", "class", "clone", "--out", "x");
        assertWrongUse("""
                Missing required option: '--out=DIR'
                Try "kata class --help".
                """, "class", "clones");
        assertWrongUse(
                "--shard 3/2: there is no shard 3/2; the first is 1/2 and the last is 2/2.\n",
                "class",
                "clones",
                "--out",
                "x",
                "--shard",
                "3/2");
        assertWrongUse("--jobs is 0; it must be at least 1.\n", "class", "clones", "--out", "x", "--jobs", "0");
        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    @DisplayName("counts as the teacher's kata.yml says, and again when that has changed, without grading again")
    void settings() throws IOException {
        submission("ben", "return List.of(whole);");
        Path config = Files.writeString(
                directory.resolve("kata.yml"), "title: Week 3\nexercises: [split-range]\nweights: {split-range: 3}\n");

        assertThat(kata("class", "clones", "--config", "kata.yml", "--out", "marks"))
                .isEqualTo(1);
        assertThat(directory.resolve("marks/canvas.csv"))
                .hasContent("\"Student\",\"ID\",\"SIS User ID\",\"SIS Login ID\",\"Section\",\"Week 3\"\r\n"
                        + "\"    Points Possible\",,,,,30\r\n\"ben\",,,\"ben\",,12\r\n");

        Files.writeString(config, "exercises: [split-range]\nweights: {split-range: 2}\n");
        assertThat(kata("class", "clones", "--config", "kata.yml", "--out", "marks", "--resume"))
                .isEqualTo(1);
        assertThat(out()).doesNotContain("Grading 1");
        assertThat(directory.resolve("marks/canvas.csv")).content().endsWith("\"ben\",,,\"ben\",,8\r\n");

        assertThat(kata("grade", "clones/ben", "--config", "kata.yml")).isEqualTo(1);
        assertThat(out()).contains("8 of 20 points", "8/20");
        assertThat(directory.resolve("target/kata/grade/report.json")).content().contains("\"split-range\" : 2");
    }

    @Test
    @DisplayName("refuses a kata.yml that says what cannot be, and one beside --only")
    void wrongSettings() throws IOException {
        submission("ben", "return List.of(whole);");
        Files.writeString(directory.resolve("kata.yml"), "title: Week 3\nweights: 3\n");

        for (String command : List.of("class", "grade")) {
            assertWrongUse(
                    "kata.yml:2: The weights are numbers by the ids of exercises, such as \"fetch-all: 3\".\n",
                    command,
                    "clones",
                    "--config",
                    "kata.yml",
                    "--out",
                    "x");
        }
        assertWrongUse(
                "Give --only or --config, not both: the file says which exercises count.\n",
                "bundle",
                "gradescope",
                "--config",
                "kata.yml",
                "--only",
                "fetch-all");
        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    @DisplayName("refuses to merge what holds no results")
    void nothingToMerge() throws IOException {
        submission("ada", "return null;");

        assertWrongUse(
                directory.resolve("clones") + " holds no results of \"kata class\".\n",
                "merge",
                "clones",
                "--out",
                "x");
        assertThat(directory.resolve("x")).doesNotExist();
    }
}
