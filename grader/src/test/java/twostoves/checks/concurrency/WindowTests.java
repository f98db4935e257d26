package twostoves.checks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.concurrency.Window.Stretch;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;

@DisplayName("A window of 3")
class WindowTests {

    private static final long[] LATENCIES = {4, 2, 1, 2, 1, 3, 4};

    @Test
    @DisplayName("slides if 3 are in flight until the last begins")
    void slides() {
        Window window = window(0, 0, 0, 1, 2, 3, 3);

        assertThat(window.overfull()).isEmpty();
        assertThat(window.unfilled()).isEmpty();
        assertThat(window.slidingMakespan()).isEqualTo(7);
    }

    @Test
    @DisplayName("is told from batches")
    void batches() {
        Window window = window(0, 0, 0, 4, 4, 4, 7);

        assertThat(window.unfilled()).contains(new Stretch(1, 2, 2, 4));
        assertThat(window.isInBatches()).isTrue();
        assertThat(window.slidingMakespan()).isEqualTo(7);
    }

    @Test
    @DisplayName("is told from a wait for the oldest")
    void oldest() {
        Window window = window(0, 0, 0, 4, 4, 4, 6);

        assertThat(window.unfilled()).contains(new Stretch(1, 2, 2, 4));
        assertThat(window.isInBatches()).isFalse();
        assertThat(window.waitsForOldest()).isTrue();
    }

    @Test
    @DisplayName("is overfull with 4, and with all")
    void overfull() {
        assertThat(window(0, 0, 0, 0, 1, 2, 2).overfull()).contains(new Stretch(0, 1, 4, 3));
        assertThat(window(0, 0, 0, 0, 0, 0, 0).overfull()).contains(new Stretch(0, 1, 7, 0));
    }

    @Test
    @DisplayName("may be filled in any order")
    void anyOrder() {
        // the last three first, then the others whenever a place is free
        assertThat(window(1, 3, 5, 4, 0, 0, 0).unfilled()).isEmpty();
        assertThat(window(1, 3, 5, 5, 0, 0, 0).unfilled()).contains(new Stretch(4, 5, 2, 2));
    }

    /** The requests of the exercise's page, beginning at these times. */
    private static Window window(long... starts) {
        ThreadIdentity thread = new ThreadIdentity(1, "", ThreadIdentity.Kind.VIRTUAL);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < LATENCIES.length; i++) {
            long end = starts[i] + LATENCIES[i];
            spans.add(new Span("/" + i, i, Span.Activity.WAITING, thread, starts[i], end, Span.Ending.COMPLETED));
        }
        return Window.of(new Timeline(spans, 0), 3);
    }
}
