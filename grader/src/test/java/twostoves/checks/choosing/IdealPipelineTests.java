package twostoves.checks.choosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;

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
    @DisplayName("can be drawn: a lane for each connection, and below them one for each worker")
    void plan() {
        Album album = Album.even(3, new Random(1), 2_000, 1_000);
        List<String> paths = album.paths();

        assertThat(new IdealPipeline(album.photos(), 2, 1).plan().pieces())
                .extracting(
                        piece -> paths.indexOf(piece.label()),
                        Plan.Piece::activity,
                        Plan.Piece::lane,
                        piece -> Duration.ofNanos(piece.start()).toSeconds(),
                        piece -> Duration.ofNanos(piece.end()).toSeconds())
                .containsExactly(
                        tuple(0, Span.Activity.WAITING, 1, 0L, 2L),
                        tuple(1, Span.Activity.WAITING, 2, 0L, 2L),
                        tuple(2, Span.Activity.WAITING, 1, 2L, 4L),
                        tuple(0, Span.Activity.COMPUTING, 3, 2L, 3L),
                        tuple(1, Span.Activity.COMPUTING, 3, 3L, 4L),
                        tuple(2, Span.Activity.COMPUTING, 3, 4L, 5L));
    }

    @Test
    @DisplayName("takes no time for no pictures")
    void empty() {
        assertThat(makespan(Album.even(0, new Random(1), 1, 1), 2, 2)).isEqualTo(Duration.ZERO);
    }
}
