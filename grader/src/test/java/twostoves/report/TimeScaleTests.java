package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scale of times")
class TimeScaleTests {

    private static List<String> labels(long total) {
        return new TimeScale(total).ticks().stream().map(TimeScale.Tick::label).toList();
    }

    @Test
    @DisplayName("has a label at each round time, and the unit with the last")
    void labels() {
        assertThat(labels(9_000_000_000L)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9 s");
        assertThat(labels(12_000_000_000L)).containsExactly("0", "2", "4", "6", "8", "10", "12 s");
        assertThat(labels(151_000_000_000L)).containsExactly("0", "50", "100", "150 s");
        assertThat(labels(50_000_000L)).containsExactly("0", "10", "20", "30", "40", "50 ms");
        assertThat(labels(1)).containsExactly("0", "0.000001 ms");
    }

    @Test
    @DisplayName("places times in percent of its width")
    void percent() {
        TimeScale scale = new TimeScale(9_000);

        assertThat(scale.percent(0)).isEqualTo("0%");
        assertThat(scale.percent(3_000)).isEqualTo("33.333%");
        assertThat(scale.percent(9_000)).isEqualTo("100%");
        assertThat(scale.thousandths(4_500)).isEqualTo("500");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {1, 7, 999, 1_000_000, 123_456_789, 999_999_999, 1_000_000_000, Long.MAX_VALUE / 2, Long.MAX_VALUE})
    @DisplayName("has between two and eleven labels, of any time at all")
    void anyTime(long total) {
        assertThat(labels(total)).hasSizeBetween(2, 11).startsWith("0");
    }
}
