package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The learner's code")
class SourcesTests {

    private static final String FILE = "src/main/java/twostoves/concurrency/FetchAll.java";

    @TempDir
    Path module;

    @BeforeEach
    void write() throws IOException {
        write(FILE, IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
    }

    private void write(String path, String text) throws IOException {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Optional<ReportedSource> around(String file, int line) {
        return Sources.in(module).around(file, line);
    }

    @Test
    @DisplayName("is quoted with four lines before and four after")
    void around() {
        assertThat(around(FILE, 10)).hasValueSatisfying(source -> {
            assertThat(source.firstLine()).isEqualTo(6);
            assertThat(source.lines()).hasSize(9).startsWith("line 6").endsWith("line 14");
        });
    }

    @Test
    @DisplayName("is quoted with fewer at its beginning and its end")
    void ends() {
        assertThat(around(FILE, 1))
                .contains(new ReportedSource(1, List.of("line 1", "line 2", "line 3", "line 4", "line 5")));
        assertThat(around(FILE, 20).orElseThrow().lines()).startsWith("line 16").endsWith("line 20");
    }

    @Test
    @DisplayName("is not quoted where there is no such line or file")
    void missing() {
        assertThat(around(FILE, 0)).isEmpty();
        assertThat(around(FILE, 21)).isEmpty();
        assertThat(around("src/main/java/twostoves/concurrency/Other.java", 1)).isEmpty();
        assertThat(around("src/main/java/twostoves/\0", 1)).isEmpty();
        assertThat(Sources.in(module.resolve("nowhere")).around(FILE, 1)).isEmpty();
    }

    @Test
    @DisplayName("is not quoted from outside its directory, nor through a link")
    void outside() throws IOException {
        write("pom.xml", "secret");
        Files.createSymbolicLink(
                module.resolve("src/main/java/twostoves/concurrency/Link.java"), module.resolve("pom.xml"));

        assertThat(around("pom.xml", 1)).isEmpty();
        assertThat(around("src/main/java/../../../pom.xml", 1)).isEmpty();
        assertThat(around(module.resolve("pom.xml").toString(), 1)).isEmpty();
        assertThat(around("src/main/java/twostoves/concurrency/Link.java", 1)).isEmpty();
    }

    @Test
    @DisplayName("is cut where a line is very long, and not read where a file is")
    void size() throws IOException {
        write(FILE, "x".repeat(1_000));
        assertThat(around(FILE, 1)).contains(new ReportedSource(1, List.of("x".repeat(199) + "…")));

        write(FILE, "x".repeat((1 << 20) + 1));
        assertThat(around(FILE, 1)).isEmpty();
    }

    @Test
    @DisplayName("is quoted also where it is not in UTF-8")
    void otherEncoding() throws IOException {
        Files.write(module.resolve(FILE), new byte[] {'a', (byte) 0xe9, 'b'});

        assertThat(around(FILE, 1)).contains(new ReportedSource(1, List.of("a\ufffdb")));
    }

    @Test
    @DisplayName("stands in a report beside each line that is to blame")
    void report() throws IOException {
        Report report = Fixtures.report(Fixtures.submitThenWait(), Fixtures.unsolved(Fixtures.SPLIT_RANGE));
        write(FILE, "\n".repeat(20) + "the line to blame\n");

        Report quoting = report.quoting(Sources.in(module));

        assertThat(quoting.exercises().getFirst().checks().get(1).source())
                .contains(new ReportedSource(17, List.of("", "", "", "", "the line to blame")));
        assertThat(quoting.exercises().getFirst().checks().getFirst().source()).isEmpty();
        assertThat(quoting.exercises().getLast()).isEqualTo(report.exercises().getLast());
    }
}
