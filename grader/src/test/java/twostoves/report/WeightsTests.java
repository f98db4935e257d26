package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.grading.ExerciseResult;

@DisplayName("Weights")
class WeightsTests {

    private static final Report REPORT = Report.of(
            Fixtures.SESSION,
            List.of(ExerciseResult.of(Fixtures.FETCH_ALL, List.of())),
            List.of(Fixtures.FETCH_ALL, Fixtures.SPLIT_RANGE));

    @Test
    @DisplayName("are 1 where none was set")
    void standard() {
        assertThat(new Weights(Map.of("fetch-all", 3)).of("fetch-all")).isEqualTo(3);
        assertThat(new Weights(Map.of("fetch-all", 3)).of("split-range")).isOne();
        assertThat(Weights.EQUAL.areEqual()).isTrue();
        assertThat(new Weights(Map.of("fetch-all", 1)).areEqual()).isTrue();
        assertThat(new Weights(Map.of("fetch-all", 0)).areEqual()).isFalse();
    }

    @Test
    @DisplayName("are refused below 0 and above 1000")
    void refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(Map.of("fetch-all", -1)))
                .withMessage("the weight of fetch-all is -1, not from 0 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(Map.of("fetch-all", 1001)))
                .withMessage("the weight of fetch-all is 1001, not from 0 to 1000");
    }

    @Test
    @DisplayName("multiply what a report says to gradebooks and platforms, and leave its points as they are")
    void multiply() {
        Report weighted = REPORT.withWeights(new Weights(Map.of("fetch-all", 3, "split-range", 0)));

        assertThat(weighted.maxScore()).isEqualTo(20);
        assertThat(weighted.weightedMaxScore()).isEqualTo(30);
        assertThat(weighted.exercises().stream().map(weighted::weightedMaxScore))
                .containsExactly(30, 0);
        assertThat(weighted.weightedScore())
                .isEqualTo(3 * weighted.exercises().getFirst().score());
        assertThat(REPORT.weightedMaxScore()).isEqualTo(20);
    }

    @Test
    @DisplayName("multiply the points of every check too, so that platforms that add these up get the same sum")
    void multiplyChecks() {
        Report report = Fixtures.report(Fixtures.submitThenWait()).withWeights(new Weights(Map.of("fetch-all", 3)));
        Report weighted = report.weighted();

        assertThat(weighted.score()).isEqualTo(3 * report.score()).isEqualTo(21);
        assertThat(weighted.maxScore()).isEqualTo(30);
        assertThat(weighted.weights()).isEmpty();
        assertThat(weighted.exercises().getFirst().checks().stream()
                        .mapToInt(ReportedCheck::points)
                        .sum())
                .isEqualTo(21);
        assertThat(weighted.exercises().getFirst().checks().stream()
                        .mapToInt(ReportedCheck::maxPoints)
                        .sum())
                .isEqualTo(30);
        assertThat(REPORT.weighted()).isSameAs(REPORT);
    }

    @Test
    @DisplayName("decide in every format but the neutral report, which has them beside its own points")
    void inFormats(@TempDir Path directory) throws IOException {
        Report report = Fixtures.report(Fixtures.submitThenWait()).withWeights(new Weights(Map.of("fetch-all", 3)));

        for (Format format : Format.values()) {
            format.write(report, directory.resolve(format.id()));
        }

        assertThat(directory.resolve("json/report.json")).content().contains("\"score\" : 7,\n  \"maxScore\" : 10,");
        assertThat(directory.resolve("markdown/report.md")).content().contains("21 of 30 points", "| 21/30 |");
        assertThat(directory.resolve("html/report.html")).content().contains("21 of 30");
        assertThat(directory.resolve("junit/TEST-kata.xml")).content().contains("name=\"maxScore\" value=\"30\"");
        assertThat(directory.resolve("classroom50/result.json"))
                .content()
                .contains("\"score\" : 21,\n  \"max-score\" : 30,", "\"score\" : 12,\n      \"max-score\" : 12,");
        assertThat(directory.resolve("gradescope/results.json"))
                .content()
                .contains("\"score\" : 21,", "21 of 30 points");
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(Files.readString(directory.resolve("github-classroom/classroom.txt"))),
                        StandardCharsets.UTF_8))
                .contains("\"max_score\":30,");
    }

    @Test
    @DisplayName("stay when the learner's lines are quoted")
    void quoted() {
        Weights weights = new Weights(Map.of("fetch-all", 3));

        assertThat(REPORT.withWeights(weights)
                        .quoting(Sources.in(Path.of("nowhere")))
                        .weights())
                .contains(weights);
    }

    @Test
    @DisplayName("stand in the report, unless every exercise counts once")
    void inJson() {
        Report weighted = REPORT.withWeights(new Weights(Map.of("split-range", 2, "fetch-all", 3)));

        assertThat(JsonReport.toJson(weighted)).endsWith("""
                  "weights" : {
                    "fetch-all" : 3,
                    "split-range" : 2
                  }
                }
                """);
        assertThat(JsonReport.parse(JsonReport.toJson(weighted))).isEqualTo(weighted);
        assertThat(JsonReport.toJson(weighted.withWeights(Weights.EQUAL)))
                .isEqualTo(JsonReport.toJson(REPORT))
                .doesNotContain("weights");
        assertThat(JsonReport.parse(JsonReport.toJson(REPORT)).weights()).isEqualTo(Optional.empty());
    }
}
