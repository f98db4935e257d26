package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The result for Classroom 50")
class Classroom50ResultTests {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CLASSROOM", "cs101",
            "ASSIGNMENT", "two-stoves",
            "ASSIGNMENT_TYPE", "group",
            "OWNER", "alice",
            "SUBMISSION_TAG", "submit/2026-10-01T08-00-00Z-a1b2c3d",
            "COMMIT_URL", "https://example.org/commit",
            "RELEASE_URL", "https://example.org/release",
            "REVIEW_URL", "https://example.org/review");

    static List<Report> reports() {
        return List.of(
                Fixtures.report(Fixtures.submitThenWait(), Fixtures.unsolved(Fixtures.SPLIT_RANGE)),
                Report.of(Fixtures.SESSION, List.of(), List.of(Fixtures.FETCH_ALL)),
                Hostile.report(),
                Hostile.large());
    }

    @Test
    @DisplayName("has the identity of the run and a test for each check")
    void result() {
        assertThat(Classroom50Result.of(Fixtures.report(Fixtures.submitThenWait()), ENVIRONMENT))
                .startsWith("""
                        {
                          "schema" : "classroom50/result/v1",
                          "classroom" : "cs101",
                          "assignment" : "two-stoves",
                          "assignment_type" : "group",
                          "owner" : "alice",
                          "submission" : "submit/2026-10-01T08-00-00Z-a1b2c3d",
                          "commit" : "https://example.org/commit",
                          "release" : "https://example.org/release",
                          "review" : "https://example.org/review",
                          "datetime" : "2026-10-01T08:00:00Z",
                          "score" : 7,
                          "max-score" : 10,
                          "tests" : [
                            {
                              "test-name" : "fetch-all: returns the right answers",
                              "passed" : true,
                              "score" : 4,
                              "max-score" : 4,
                              "message" : ""
                            },
                            {
                              "test-name" : "fetch-all: has everything in flight together",
                              "passed" : false,
                              "score" : 0,
                              "max-score" : 3,
                              "message" : "Request 2 starts""");
    }

    @ParameterizedTest
    @MethodSource("reports")
    @DisplayName("keeps to the schema, and to the rules that the runner and the collector have beside it")
    void schema(Report report) {
        JsonNode result = JsonMapper.shared().readTree(Classroom50Result.of(report, ENVIRONMENT));

        assertThat(Set.copyOf(result.propertyNames()))
                .containsExactlyInAnyOrder(
                        "schema",
                        "classroom",
                        "assignment",
                        "assignment_type",
                        "owner",
                        "submission",
                        "commit",
                        "release",
                        "review",
                        "datetime",
                        "score",
                        "max-score",
                        "tests");
        assertThat(result.path("datetime").asString()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertPoints(result);
        assertThat(result.path("tests").size()).isPositive();
        for (JsonNode test : result.path("tests")) {
            assertThat(test.path("test-name").asString()).isNotEmpty();
            assertThat(test.path("passed").isBoolean()).isTrue();
            assertPoints(test);
        }
    }

    private static void assertPoints(JsonNode node) {
        assertThat(node.path("score").isInt()).isTrue();
        assertThat(node.path("max-score").isInt()).isTrue();
        assertThat(node.path("score").intValue())
                .isBetween(0, node.path("max-score").intValue());
    }

    @Test
    @DisplayName("outside of a run has stand-ins for the identity, which Classroom 50 would refuse")
    void outside() {
        JsonNode result = JsonMapper.shared().readTree(Classroom50Result.of(Fixtures.report(), Map.of()));

        assertThat(result.path("classroom").asString()).isEqualTo("unknown");
        assertThat(result.path("submission").asString()).isEqualTo("submit/unknown");
    }
}
