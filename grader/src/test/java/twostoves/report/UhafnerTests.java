package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.contracts.Processes;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;

@DisplayName("The configuration for uhafner's action that docs/teachers.md gives")
class UhafnerTests {

    private static final Path REPOSITORY = Path.of(System.getProperty("kata.repository"));
    private static final Path SOURCES = REPOSITORY.resolve("grader/src/test/contracts/uhafner");
    private static final Path INSTALLED = REPOSITORY.resolve("grader/target/contracts/uhafner");

    @TempDir
    Path directory;

    private static String configuration() throws IOException {
        Matcher matcher = Pattern.compile("config: >\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(REPOSITORY.resolve("docs/teachers.md")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void install() throws IOException {
        Path done = INSTALLED.resolve("installed.xml");
        String wanted = Files.readString(SOURCES.resolve("pom.xml"));
        if (!Files.exists(done) || !Files.readString(done).equals(wanted)) {
            Processes.require("mvn");
            Processes.output(
                    REPOSITORY,
                    "",
                    "mvn",
                    "-q",
                    "-B",
                    "-ntp",
                    "-f",
                    SOURCES.resolve("pom.xml").toString(),
                    "dependency:copy-dependencies",
                    "-DoutputDirectory=" + INSTALLED.resolve("lib"));
            Files.writeString(done, wanted);
        }
    }

    private String grade(Report report) throws IOException {
        install();
        Format.JUNIT.write(report, directory.resolve("target/kata/grade"));
        Processes.Result result = Processes.run(
                directory,
                Map.of("CONFIG", configuration()),
                "",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                INSTALLED.resolve("lib") + "/*",
                SOURCES.resolve("Grade.java").toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out().strip();
    }

    @Test
    @DisplayName("counts every check, also one that was not reached")
    void counts() throws IOException {
        List<CheckResult> results = List.of(
                CheckResult.notReached(Fixtures.FETCH_ALL.checks().get(2), "The answers come first."),
                Fixtures.result(Fixtures.FETCH_ALL.checks().get(3), CheckResult.Status.NOT_MEASURED, 1, "Too busy."));

        assertThat(grade(Fixtures.report(
                        Fixtures.with(Fixtures.FETCH_ALL, results),
                        Fixtures.with(
                                Fixtures.SPLIT_RANGE,
                                List.of(Fixtures.failed(
                                        Fixtures.SPLIT_RANGE.checks().getFirst(), Diagnosis.GAP_OR_OVERLAP, "gap"))),
                        Fixtures.unsolved(Fixtures.SUM_OF_SQUARES))))
                .isEqualTo("50 of 100: 6 passed, 6 failed, 0 skipped");
    }

    @Test
    @DisplayName("reads a report of whatever a submission says")
    void hostile() throws IOException {
        assertThat(grade(Hostile.report())).isEqualTo("33 of 100: 4 passed, 8 failed, 0 skipped");
    }
}
