package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
