package twostoves.checks.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pipeline without an idle connection or worker")
class IdealPipelineTests {

    private static Duration makespan(Album album, int connections, int workers) {
        return Duration.ofNanos(new IdealPipeline(album.photos(), connections, workers).makespan());
    }

    @Test
    @DisplayName("takes what the page says")
    void page() {
        assertThat(makespan(Album.even(12, new Random(1), 2_000, 1_000), 4, 2)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    @DisplayName("is held up by its slower side")
    void slowerSide() {
        assertThat(makespan(Album.even(6, new Random(1), 1_000, 10), 1, 1)).isEqualTo(Duration.ofMillis(6_010));
        assertThat(makespan(Album.even(6, new Random(1), 10, 1_000), 1, 1)).isEqualTo(Duration.ofMillis(6_010));
    }

    @Test
    @DisplayName("shrinks in the order of arrival")
    void orderOfArrival() {
        Album album = Album.of(3, new Random(1), i -> i == 0 ? 5_000L : 1_000L, i -> 1_000L);
        assertThat(makespan(album, 3, 1)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    @DisplayName("takes no time for no pictures")
    void empty() {
        assertThat(makespan(Album.even(0, new Random(1), 1, 1), 2, 2)).isEqualTo(Duration.ZERO);
    }
}
