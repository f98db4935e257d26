package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import twostoves.grading.CheckResult;

/** The rules are those of Gradescope's "Autograder Specifications". */
@DisplayName("The results for Gradescope")
class GradescopeResultsTests {

    static List<Report> reports() {
        return List.of(
                Fixtures.report(Fixtures.submitThenWait(), Fixtures.unsolved(Fixtures.SPLIT_RANGE)),
                Report.of(Fixtures.SESSION, List.of(), List.of(Fixtures.FETCH_ALL)),
                Hostile.report(),
                Hostile.large());
    }

    private static JsonNode results(Report report) {
        return JsonMapper.shared().readTree(GradescopeResults.of(report));
    }

    @Test
    @DisplayName("have the score, a leaderboard, and of a failure the timeline")
    void failure() {
        JsonNode results = results(Fixtures.report(Fixtures.submitThenWait()));

        assertThat(results.path("score").intValue()).isEqualTo(7);
        assertThat(results.path("execution_time").decimalValue()).isEqualByComparingTo("0.842");
        assertThat(results.path("leaderboard").toString())
                .isEqualTo("[{\"name\":\"Points\",\"value\":7},{\"name\":\"Exercises solved\",\"value\":0}]");
        JsonNode test = results.path("tests").get(1);
        assertThat(test.path("name").asString()).isEqualTo("fetch-all: has everything in flight together");
        assertThat(test.path("number").asString()).isEqualTo("1.2");
        assertThat(test.path("status").asString()).isEqualTo("failed");
        assertThat(test.path("score").intValue()).isZero();
        assertThat(test.path("max_score").intValue()).isEqualTo(3);
        assertThat(test.path("tags").toString()).isEqualTo("[\"submit-then-wait\"]");
        assertThat(test.path("output").asString()).isEqualTo("""
                Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s.
                FetchAll.java:21
                Next: ./kata hint fetch-all, ./kata explain submit-then-wait

                                0     1     2     3     4     5     6     7     8     9 s
                /api/users      ██████████████████
                /api/posts                        ██████████████████
                /api/comments                                       ██████████████████
                yours 9 s       ├────────────────────────────────────────────────────┤
                expected 3 s    ├────────────────┤""");
    }

    @ParameterizedTest
    @MethodSource("reports")
    @DisplayName("keep to the specification, with nothing of the submission's shown but as plain text")
    void specification(Report report) {
        JsonNode results = results(report);

        assertThat(results.path("score").intValue()).isEqualTo(report.score());
        for (String format : List.of("output_format", "test_output_format", "test_name_format")) {
            assertThat(results.path(format).asString()).isEqualTo("text");
        }
        assertThat(results.path("visibility").asString()).isEqualTo("visible");
        assertThat(results.path("stdout_visibility").asString()).isEqualTo("hidden");
        assertThat(results.path("tests").size()).isPositive();
        int sum = 0;
        for (JsonNode test : results.path("tests")) {
            assertThat(test.path("score").isInt()).isTrue();
            assertThat(test.path("score").intValue())
                    .isBetween(0, test.path("max_score").intValue());
            assertThat(test.path("status").asString()).isIn("passed", "failed");
            assertThat(test.path("number").asString()).matches("\\d+\\.\\d+");
            assertThat(test.path("output").asString()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n\\t]]");
            assertThat(test.has("output_format")).isFalse();
            sum += test.path("score").intValue();
        }
        assertThat(sum).isEqualTo(report.score());
    }

    @Test
    @DisplayName("tell what was not measured, and pass it")
    void notMeasured() {
        Report report = Fixtures.report(Fixtures.with(
                Fixtures.FETCH_ALL,
                List.of(Fixtures.result(
                        Fixtures.FETCH_ALL.checks().get(1), CheckResult.Status.NOT_MEASURED, 3, "busy"))));

        JsonNode test = results(report).path("tests").get(1);
        assertThat(test.path("status").asString()).isEqualTo("passed");
        assertThat(test.path("output").asString()).isEqualTo("Not measured, full points. busy");
    }
}
