package twostoves.checks.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;
import twostoves.kit.Workload;

@DisplayName("What an approach is forecast to take")
class ForecastTests {

    private static void demandSame(Comparison comparison) {
        Question question = comparison.question();
        Forecast forecast = new Forecast(question.work(), question.cores());
        for (Approach approach : Approach.values()) {
            assertThat(comparison.of(approach).makespan())
                    .as(approach + ", " + question.numbers())
                    .isEqualTo(forecast.makespan(approach));
        }
        assertThat(forecast.isClear()).as(question.numbers()).isTrue();
        assertThat(comparison.right()).as(question.numbers()).isEqualTo(forecast.right());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is what it takes when it is run, and no close call, in each situation of the guide")
    void inSituations(Situation situation) {
        demandSame(situation.comparison());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("is what it takes when it is run, and no close call, all over the plane")
    void everywhere(long seed) {
        Plane plane = new Plane(new Random(seed));
        Stream.concat(plane.everywhere().stream(), plane.alongTheBorders().stream())
                .map(Comparison::of)
                .forEach(ForecastTests::demandSame);
    }

    @Test
    @DisplayName("is what it takes when it is run, and no close call, on other machines")
    void onOtherMachines() {
        ChooseApproachChecks.ELSEWHERE.stream().map(KnownQuestion::comparison).forEach(ForecastTests::demandSame);
    }

    @Test
    @DisplayName("counts the threads of each approach, the calling one among them")
    void threads() {
        Workload work = new Workload(6, Duration.ZERO, Duration.ofMillis(40), Dependence.NONE);
        assertThat(Comparison.of(new Question("", work, 4)).outcomes())
                .extracting(Outcome::threads)
                .isEqualTo(List.of("1 thread", "1 thread and 6 virtual", "5 threads", "5 threads and 6 virtual"));
    }
}
