package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A format")
class FormatTests {

    private static final Report REPORT =
            Fixtures.report(Fixtures.submitThenWait(), Fixtures.unsolved(Fixtures.SPLIT_RANGE));

    @ParameterizedTest
    @EnumSource
    @DisplayName("writes the files that it names, whole and nothing else, into a directory made for it")
    void files(Format format, @TempDir Path directory) throws IOException {
        Path out = directory.resolve("a/b");

        format.write(REPORT, out);
        format.write(REPORT, out);

        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(format.fileNames());
        }
        for (String name : format.fileNames()) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is found by the name that it is asked for by")
    void named(Format format) {
        assertThat(format.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(Format.named(format.id())).contains(format);
        assertThat(Format.named(format.id().toUpperCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("says in a few words what it is for")
    void summary(Format format) {
        assertThat(format.summary()).isNotBlank().hasSizeLessThan(80);
    }

    @Test
    @DisplayName("json is the neutral report")
    void json(@TempDir Path directory) throws IOException {
        Format.JSON.write(REPORT, directory);

        assertThat(JsonReport.read(directory.resolve("report.json"))).isEqualTo(REPORT);
    }
}
