package twostoves.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The capture of output")
class CaptureTests {

    private final Capture capture = new Capture(10);

    @Test
    @DisplayName("returns what was printed, once")
    void drains() {
        capture.stream().print("größe");

        assertThat(capture.drain()).isEqualTo("größe");
        assertThat(capture.drain()).isEmpty();
    }

    @Test
    @DisplayName("keeps the beginning and counts the rest")
    void limit() {
        capture.stream().print("0123456789" + "x".repeat(5000));

        assertThat(capture.drain()).isEqualToNormalizingNewlines("0123456789\n[5,000 bytes more were printed]\n");
    }

    @Test
    @DisplayName("begins anew after it was drained")
    void reset() {
        capture.stream().print("0123456789x");
        capture.drain();
        capture.stream().print("9");

        assertThat(capture.drain()).isEqualTo("9");
    }
}
