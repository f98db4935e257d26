package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import twostoves.evidence.Span;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Picture;
import twostoves.grading.Place;

/** The rules are those of Exercism's "Test Runner Interface", version 3. */
@DisplayName("The results for Exercism")
class ExercismResultsTests {

    static List<Report> reports() {
        return List.of(
                Fixtures.report(Fixtures.submitThenWait(), Fixtures.unsolved(Fixtures.SPLIT_RANGE)),
                Fixtures.report(Fixtures.solved(Fixtures.FETCH_ALL)),
                Report.of(Fixtures.SESSION, List.of(), List.of(Fixtures.FETCH_ALL)),
                Hostile.report(),
                Hostile.large());
    }

    private static JsonNode results(Report report) {
        return JsonMapper.shared().readTree(ExercismResults.of(report));
    }

    @Test
    @DisplayName("have the checks in their order, and of a failure what happened and the timeline")
    void failure() {
        JsonNode results = results(Fixtures.report(Fixtures.submitThenWait()));

        assertThat(results.path("version").intValue()).isEqualTo(3);
        assertThat(results.path("status").asString()).isEqualTo("fail");
        assertThat(results.has("message")).isFalse();
        assertThat(results.path("tests").get(0).toString())
                .isEqualTo("{\"name\":\"fetch-all: returns the right answers\",\"status\":\"pass\"}");
        JsonNode test = results.path("tests").get(1);
        assertThat(test.path("message").asString()).startsWith("Request 2 starts only after request 1 has returned");
        assertThat(test.path("output").asString()).contains("yours 9 s").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    @DisplayName("are an error with the compiler's message where something does not compile")
    void broken() {
        ExerciseResult broken = ExerciseResult.whole(
                Fixtures.FETCH_ALL,
                ExerciseResult.Status.BROKEN,
                Diagnosis.DOES_NOT_COMPILE,
                "';' expected",
                Optional.of(new Place(Fixtures.FETCH_ALL.sourceFile(), 7)));

        assertThat(results(Fixtures.report(broken)).toString())
                .isEqualTo("{\"version\":3,\"status\":\"error\",\"message\":"
                        + "\"src/main/java/twostoves/concurrency/FetchAll.java:7: ';' expected\",\"tests\":[]}");
    }

    @Test
    @DisplayName("leave out a timeline that is longer than Exercism allows")
    void longTimeline() {
        List<Span> spans = IntStream.range(0, 12)
                .mapToObj(i -> Fixtures.request("/api/" + i, i, 0, 9))
                .toList();
        Exercise.CheckSpec check = Fixtures.FETCH_ALL.checks().get(1);
        CheckResult failed = new CheckResult(
                check,
                CheckResult.Status.FAILED,
                0,
                "late",
                Optional.of(Diagnosis.SUBMIT_THEN_WAIT),
                Optional.empty(),
                Optional.of(new Picture("12", new Timeline(spans, 9 * Fixtures.SECOND), Optional.empty())));

        assertThat(results(Fixtures.report(Fixtures.with(Fixtures.FETCH_ALL, List.of(failed))))
                        .path("tests")
                        .get(1)
                        .toString())
                .isEqualTo("{\"name\":\"fetch-all: has everything in flight together\",\"status\":\"fail\","
                        + "\"message\":\"late\\nNext: ./kata hint fetch-all, ./kata explain submit-then-wait\"}");
    }

    @ParameterizedTest
    @MethodSource("reports")
    @DisplayName("keep to the interface")
    void rules(Report report) {
        JsonNode results = results(report);
        String status = results.path("status").asString();

        assertThat(status).isIn("pass", "fail", "error");
        assertThat(results.has("message")).isEqualTo(status.equals("error"));
        boolean allPass = true;
        for (JsonNode test : results.path("tests")) {
            String own = test.path("status").asString();
            assertThat(own).isIn("pass", "fail", "error");
            assertThat(test.has("message")).isEqualTo(!own.equals("pass"));
            assertThat(test.path("output").asString("")).hasSizeLessThanOrEqualTo(500);
            allPass &= own.equals("pass");
        }
        if (!status.equals("error")) {
            assertThat(allPass).isEqualTo(status.equals("pass"));
        }
    }
}
