package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import twostoves.grading.CheckResult;

/** The rules are those that the sources of the reporter's version 1 show; it is on no registry of packages. */
@DisplayName("The result for GitHub Classroom's reporter")
class GitHubClassroomResultTests {

    static List<Report> reports() {
        return List.of(
                Fixtures.report(Fixtures.submitThenWait(), Fixtures.unsolved(Fixtures.SPLIT_RANGE)),
                Report.of(Fixtures.SESSION, List.of(), List.of(Fixtures.FETCH_ALL)),
                Hostile.report(),
                Hostile.large());
    }

    private static JsonNode decoded(Report report) {
        byte[] json = Base64.getDecoder().decode(GitHubClassroomResult.of(report));
        return JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("has partial credit for each check")
    void partialCredit() {
        JsonNode result = decoded(Fixtures.report(Fixtures.submitThenWait()));

        assertThat(result.toString())
                .isEqualTo("{\"version\":1,\"status\":\"fail\",\"max_score\":10,\"tests\":["
                        + test("returns the right answers", "pass", 4, 4, "") + ","
                        + test(
                                "has everything in flight together",
                                "fail",
                                0,
                                3,
                                "Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s."
                                        + "\\n| FetchAll.java:21\\n| Next: ./kata hint fetch-all, ./kata explain"
                                        + " submit-then-wait")
                        + "," + test("leaves nothing running", "pass", 2, 2, "") + ","
                        + test("does not lose an interrupt", "pass", 1, 1, "") + "]}");
    }

    private static String test(String title, String status, int score, int maxScore, String message) {
        return "{\"name\":\"fetch-all: %s\",\"status\":\"%s\",\"score\":%d,\"max_score\":%d,\"message\":\"%s\","
                        .formatted(title, status, score, maxScore, message)
                + "\"test_code\":\"\",\"filename\":\"\",\"line_no\":0,\"duration\":0}";
    }

    @ParameterizedTest
    @MethodSource("reports")
    @DisplayName("adds up to the score, as the reporter adds, and has what it needs of each test")
    void rules(Report report) {
        JsonNode result = decoded(report);

        assertThat(result.path("version").isInt()).isTrue();
        assertThat(result.path("status").asString()).isIn("pass", "fail", "error");
        assertThat(result.path("max_score").intValue())
                .isEqualTo(report.maxScore())
                .isPositive();
        assertThat(result.path("tests").size()).isPositive();
        int sum = 0;
        for (JsonNode test : result.path("tests")) {
            assertThat(test.path("score").isInt()).isTrue();
            assertThat(test.path("line_no").isInt()).isTrue();
            assertThat(test.path("status").asString()).isIn("pass", "fail", "error");
            assertThat(test.path("name").asString()).isNotBlank();
            sum += test.path("score").intValue();
        }
        assertThat(sum).isEqualTo(report.score());
    }

    @ParameterizedTest
    @MethodSource("reports")
    @DisplayName("fits into one variable of the environment, of which Linux takes 128 KiB")
    void size(Report report) {
        assertThat(GitHubClassroomResult.of(report)).hasSizeLessThan(120_000).matches("[A-Za-z0-9+/]+=*");
    }

    @ParameterizedTest
    @MethodSource("reports")
    @DisplayName("prints no workflow command of the submission's, as the reporter prints it")
    void noCommands(Report report) {
        for (JsonNode test : decoded(report).path("tests")) {
            String log = "Error: " + test.path("message").asString() + "\n"
                    + test.path("name").asString();

            assertThat(log.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
            assertThat(log).doesNotContain("##[");
        }
    }

    @Test
    @DisplayName("passes where nothing costs a point")
    void passes() {
        Report report = Fixtures.report(Fixtures.with(
                Fixtures.FETCH_ALL,
                List.of(
                        Fixtures.result(Fixtures.FETCH_ALL.checks().get(1), CheckResult.Status.NOT_MEASURED, 3, "busy"),
                        CheckResult.error(Fixtures.FETCH_ALL.checks().get(2), new IllegalStateException("oops")))));

        assertThat(decoded(report).path("status").asString()).isEqualTo("pass");
        assertThat(decoded(report).path("tests").get(1).path("message").asString())
                .isEqualTo("Not measured, full points. busy");
    }
}
