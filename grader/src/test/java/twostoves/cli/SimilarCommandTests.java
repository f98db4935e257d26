package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.report.ConsoleStyle;

@DisplayName("kata similar")
class SimilarCommandTests {

    private static final Path REPOSITORY = Path.of(System.getProperty("kata.repository"));
    private static final Path GALLERY = REPOSITORY.resolve("grader/src/test/submissions/split-range");
    private static final Path SOURCE = Path.of("exercises/src/main/java/twostoves/parallelism/SplitRange.java");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int kata(String... args) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                ConsoleStyle.PLAIN,
                false);
        return Kata.run(new Surroundings(directory, Optional.empty(), terminal, false), args);
    }

    private void submission(String name, String text) throws IOException {
        Path file = directory.resolve("clones").resolve(name).resolve(SOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Fetched with Maven; .ci/run does, where the registry has it. */
    private static Path jplag() {
        Path libraries = REPOSITORY.resolve("grader/target/jplag");
        if (System.getenv("CI") == null || System.getenv("KATA_WITHOUT_JPLAG") != null) {
            Assumptions.assumeTrue(Files.isDirectory(libraries), "JPlag is not fetched");
        }
        assertThat(libraries).isDirectory();
        return libraries;
    }

    private static String gallery(String submission) throws IOException {
        return Files.readString(GALLERY.resolve(submission).resolve("SplitRange.java"));
    }

    @Test
    @DisplayName("has JPlag find who is alike, whatever they are called, and stumbles over nobody")
    void finds() throws IOException {
        String jplag = jplag().toString();
        String own = gallery("right/recursive-halving");
        submission("ada", own);
        submission(
                "<b>zoe</b>".replace("/", "\u2215"), own.replace("parts", "n").replace("//", "// renamed "));
        submission("ben", gallery("right/sizes-first"));
        submission("=1+1", "\0class {{{{");
        submission("deep", "class A { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }");
        submission("idle", Files.readString(REPOSITORY.resolve(SOURCE)));
        Files.createDirectories(directory.resolve("clones/none"));

        assertThat(kata("similar", "clones", "--out", "marks", "--only", "split-range", "--jplag", jplag))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo("""
                        1 pair of submissions with half or more in common, most alike <b>zoe<\u2215b> and ada (94.87 %); \
                        3 could not be compared.
                        In marks: similar.csv, similar.html.
                        """);
        assertThat(directory.resolve("marks/similar.csv"))
                .content()
                .startsWith("\"first\",\"second\",\"percent\",\"tokens\"\r\n\"<b>zoe<\u2215b>\",\"ada\",94.87,");
        assertThat(directory.resolve("marks/similar.html"))
                .content()
                .contains("&lt;b&gt;zoe&lt;\u2215b&gt;")
                .doesNotContain("<b>zoe");
    }

    @Test
    @DisplayName("says how to fetch JPlag where it is not there")
    void notThere() throws IOException {
        submission("ada", "class A {}");

        assertThat(kata("similar", "clones", "--out", "marks", "--jplag", "nowhere"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo("""
                JPlag is not in nowhere. It is under a licence of its own, the GNU GPL 3. Fetch it once:
                  ./mvnw -f grader/similar/pom.xml package
                """);
        assertThat(directory.resolve("marks")).doesNotExist();
    }

    @Test
    @DisplayName("tells where there is too little to compare")
    void one() throws IOException {
        submission("ada", "class A {}");

        assertThat(kata("similar", "clones", "--out", "marks", "--jplag", ".")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo("""
                No two submissions are alike; 1 could not be compared.
                In marks: similar.csv, similar.html.
                """);
    }
}
