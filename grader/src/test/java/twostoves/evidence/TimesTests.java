package twostoves.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A virtual time is printed")
class TimesTests {

    @Test
    @DisplayName("in seconds from one second on")
    void inSeconds() {
        assertThat(Times.ofNanos(1_000_000_000L)).isEqualTo("1 s");
        assertThat(Times.ofNanos(3_000_000_000L)).isEqualTo("3 s");
        assertThat(Times.ofNanos(1_500_000_000L)).isEqualTo("1.5 s");
        assertThat(Times.ofNanos(10_000_000_000_000L)).isEqualTo("10000 s");
    }

    @Test
    @DisplayName("in milliseconds below one second")
    void inMilliseconds() {
        assertThat(Times.ofNanos(250_000_000L)).isEqualTo("250 ms");
        assertThat(Times.ofNanos(999_999_999L)).isEqualTo("999.999999 ms");
        assertThat(Times.ofNanos(1)).isEqualTo("0.000001 ms");
    }

    @Test
    @DisplayName("as 0 s where it is nothing")
    void nothing() {
        assertThat(Times.ofNanos(0)).isEqualTo("0 s");
    }

    @Test
    @DisplayName("to the last nanosecond, so that no two print alike")
    void exactly() {
        assertThat(Times.ofNanos(3_000_000_001L)).isEqualTo("3.000000001 s");
        assertThat(Times.ofNanos(Long.MAX_VALUE)).isEqualTo("9223372036.854775807 s");
    }

    @Test
    @DisplayName("with its sign where it is negative")
    void negative() {
        assertThat(Times.ofNanos(-3_000_000_000L)).isEqualTo("-3 s");
        assertThat(Times.ofNanos(-250_000_000L)).isEqualTo("-250 ms");
    }
}
