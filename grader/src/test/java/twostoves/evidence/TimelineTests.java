package twostoves.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import twostoves.kit.Range;

@DisplayName("A timeline")
class TimelineTests {

    private static final ThreadIdentity CALLER = new ThreadIdentity(1, "caller", ThreadIdentity.Kind.CALLER);
    private static final ThreadIdentity HELPER = new ThreadIdentity(2, "", ThreadIdentity.Kind.VIRTUAL);

    private static Span span(long item, ThreadIdentity thread, long start, long end, Span.Ending ending) {
        return new Span("/" + item, item, Span.Activity.WAITING, thread, start, end, ending);
    }

    private static Span span(long item, ThreadIdentity thread, long start, long end) {
        return span(item, thread, start, end, Span.Ending.COMPLETED);
    }

    private static Timeline of(Span... spans) {
        return new Timeline(List.of(spans), 10);
    }

    private static Ownership owning(ThreadIdentity first, List<Long> items, ThreadIdentity second, List<Long> others) {
        return of(Stream.concat(
                                items.stream().map(item -> span(item, first, 0, 1)),
                                others.stream().map(item -> span(item, second, 0, 1)))
                        .toArray(Span[]::new))
                .ownership();
    }

    @Test
    @DisplayName("orders its spans by start, then by item")
    void order() {
        Span late = span(0, CALLER, 5, 6);
        Span second = span(2, HELPER, 0, 1);
        Span first = span(1, CALLER, 0, 9);

        assertThat(of(late, second, first).spans()).containsExactly(first, second, late);
    }

    @Nested
    @DisplayName("counts what is in flight")
    class InFlight {

        @Test
        @DisplayName("at each instant at which the count changes")
        void changes() {
            Timeline timeline = of(span(0, CALLER, 0, 4), span(1, HELPER, 2, 6));

            assertThat(timeline.inFlight()).containsExactly(entry(0L, 1), entry(2L, 2), entry(4L, 1), entry(6L, 0));
        }

        @Test
        @DisplayName("and takes a span that ends as another starts for no overlap")
        void handOver() {
            assertThat(of(span(0, CALLER, 0, 3), span(1, CALLER, 3, 6)).maxInFlight())
                    .isEqualTo(1);
        }

        @Test
        @DisplayName("and leaves out spans of no length")
        void noLength() {
            assertThat(of(span(0, CALLER, 3, 3)).inFlight()).isEmpty();
        }

        @Test
        @DisplayName("up to a peak")
        void peak() {
            Timeline timeline = of(span(0, CALLER, 0, 4), span(1, HELPER, 2, 6), span(2, HELPER, 6, 9));

            assertThat(timeline.maxInFlight()).isEqualTo(2);
        }

        @Test
        @DisplayName("up to a peak of 0 without spans")
        void noPeak() {
            assertThat(of().maxInFlight()).isZero();
        }
    }

    @Test
    @DisplayName("adds up its spans to the work")
    void work() {
        assertThat(of(span(0, CALLER, 0, 4), span(1, HELPER, 2, 9)).work()).isEqualTo(11);
    }

    @Test
    @DisplayName("has no work without spans")
    void noWork() {
        assertThat(of().work()).isZero();
    }

    @Test
    @DisplayName("takes the sum of the busiest thread for its span")
    void span() {
        Timeline timeline = of(span(0, CALLER, 0, 4), span(1, CALLER, 5, 6), span(2, HELPER, 0, 3));

        assertThat(timeline.span()).isEqualTo(5);
    }

    @Test
    @DisplayName("has a span of no length without spans")
    void noSpan() {
        assertThat(of().span()).isZero();
    }

    @Test
    @DisplayName("lists its threads in the order of their first spans")
    void threads() {
        Timeline timeline = of(span(0, CALLER, 5, 6), span(1, HELPER, 0, 1), span(2, HELPER, 7, 8));

        assertThat(timeline.byThread().keySet()).containsExactly(HELPER, CALLER);
    }

    @Nested
    @DisplayName("tells of ownership")
    class OfOwnership {

        @Test
        @DisplayName("which items each thread took, in order of time")
        void items() {
            Timeline timeline = of(span(7, CALLER, 0, 1), span(3, CALLER, 1, 2), span(5, HELPER, 0, 1));

            assertThat(timeline.ownership().items())
                    .containsExactly(entry(HELPER, List.of(5L)), entry(CALLER, List.of(7L, 3L)));
        }

        @Test
        @DisplayName("and counts an item once that was computed in several slices")
        void slices() {
            Timeline timeline = of(
                    span(7, CALLER, 0, 1, Span.Ending.PREEMPTED),
                    span(7, CALLER, 2, 3, Span.Ending.PREEMPTED),
                    span(7, CALLER, 4, 5, Span.Ending.COMPLETED));

            assertThat(timeline.ownership().items()).containsExactly(entry(CALLER, List.of(7L)));
        }

        @Test
        @DisplayName("how many owners there are")
        void owners() {
            assertThat(owning(CALLER, List.of(1L), HELPER, List.of(2L, 3L)).owners())
                    .isEqualTo(2);
        }

        @Test
        @DisplayName("which chunks neighbouring items make up, in whatever order they were taken")
        void chunks() {
            Ownership ownership = owning(CALLER, List.of(2L, 1L, 9L, 3L), HELPER, List.of(5L));

            assertThat(ownership.chunks())
                    .containsExactly(
                            entry(CALLER, List.of(new Range(1, 4), new Range(9, 10))),
                            entry(HELPER, List.of(new Range(5, 6))));
        }

        @Test
        @DisplayName("which items of a range are missing")
        void missing() {
            assertThat(owning(CALLER, List.of(0L, 2L), HELPER, List.of(4L)).missing(new Range(0, 6)))
                    .containsExactly(1L, 3L, 5L);
        }

        @Test
        @DisplayName("that nothing of an empty range is missing")
        void nothingMissing() {
            assertThat(owning(CALLER, List.of(), HELPER, List.of()).missing(new Range(3, 3)))
                    .isEmpty();
        }

        @Test
        @DisplayName("which items two threads took")
        void repeatedByTwo() {
            assertThat(owning(CALLER, List.of(1L, 2L), HELPER, List.of(2L, 3L)).repeated())
                    .containsExactly(2L);
        }

        @Test
        @DisplayName("which items one thread took twice")
        void repeatedByOne() {
            assertThat(owning(CALLER, List.of(2L, 1L, 2L), HELPER, List.of(3L)).repeated())
                    .containsExactly(2L);
        }

        @Test
        @DisplayName("that no item was taken twice")
        void nothingRepeated() {
            assertThat(owning(CALLER, List.of(1L), HELPER, List.of(2L)).repeated())
                    .isEmpty();
        }
    }
}
