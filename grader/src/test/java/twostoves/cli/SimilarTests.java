package twostoves.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A guess at what was meant")
class SimilarTests {

    private static final List<String> NAMES = List.of("fetch-all", "first-wins", "split-range");

    @Test
    @DisplayName("forgives missing hyphens, case and a few letters")
    void close() {
        assertThat(Similar.to("fetchall", NAMES)).contains("fetch-all");
        assertThat(Similar.to("FetchAll", NAMES)).contains("fetch-all");
        assertThat(Similar.to("fecth-al", NAMES)).contains("fetch-all");
        assertThat(Similar.to("splitrang", NAMES)).contains("split-range");
    }

    @Test
    @DisplayName("is not made where nothing is near")
    void far() {
        assertThat(Similar.to("parallel-map", NAMES)).isEmpty();
        assertThat(Similar.to("", NAMES)).isEmpty();
    }
}
