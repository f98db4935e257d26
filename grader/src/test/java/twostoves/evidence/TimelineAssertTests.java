package twostoves.evidence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static twostoves.evidence.TimelineAssert.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The assertions on timelines")
class TimelineAssertTests {

    private static final long SECOND = 1_000_000_000;
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);
    private static final Duration NINE_SECONDS = Duration.ofSeconds(9);

    private final Timeline oneAfterAnother =
            new Timeline(List.of(request(0, 1, 0, 3), request(1, 1, 3, 6), request(2, 1, 6, 9)), 9 * SECOND);
    private final Timeline atOnce =
            new Timeline(List.of(request(0, 1, 0, 3), request(1, 2, 0, 3), request(2, 3, 0, 3)), 3 * SECOND);
    private final Timeline idle = new Timeline(List.of(), 0);

    private static Span request(long item, long thread, long start, long end) {
        return new Span(
                "/" + item,
                item,
                Span.Activity.WAITING,
                new ThreadIdentity(thread, "", ThreadIdentity.Kind.VIRTUAL),
                start * SECOND,
                end * SECOND,
                Span.Ending.COMPLETED);
    }

    private static void assertFailure(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessage(message);
    }

    @Nested
    @DisplayName("pass")
    class Pass {

        @Test
        @DisplayName("on the makespan it has")
        void makespan() {
            assertThatCode(() -> assertThat(atOnce).hasMakespan(THREE_SECONDS)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on as many in flight as allowed")
        void asManyAsAllowed() {
            assertThatCode(() -> assertThat(atOnce).hasAtMostInFlight(3)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on fewer in flight than allowed")
        void fewerThanAllowed() {
            assertThatCode(() -> assertThat(oneAfterAnother).hasAtMostInFlight(2))
                    .doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on as many in flight as wanted")
        void asManyAsWanted() {
            assertThatCode(() -> assertThat(atOnce).reachesInFlight(3)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on more in flight than wanted")
        void moreThanWanted() {
            assertThatCode(() -> assertThat(atOnce).reachesInFlight(2)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on the work it has")
        void work() {
            assertThatCode(() -> assertThat(atOnce).hasWork(NINE_SECONDS)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on the span it has")
        void span() {
            assertThatCode(() -> assertThat(atOnce).hasSpan(THREE_SECONDS)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("on the number of threads it has")
        void threads() {
            assertThatCode(() -> assertThat(atOnce).isDoneBy(3)).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("one after the other in one chain")
        void chained() {
            assertThatCode(() -> assertThat(oneAfterAnother)
                            .hasMakespan(NINE_SECONDS)
                            .hasAtMostInFlight(1)
                            .reachesInFlight(1)
                            .hasWork(NINE_SECONDS)
                            .hasSpan(NINE_SECONDS)
                            .isDoneBy(1))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    @DisplayName("fail and say")
    class Fail {

        @Test
        @DisplayName("which makespan it was")
        void makespan() {
            assertFailure(
                    () -> assertThat(oneAfterAnother).hasMakespan(THREE_SECONDS),
                    "expected a makespan of 3 s, but it was 9 s");
        }

        @Test
        @DisplayName("by how little the makespan was missed")
        void makespanToTheNanosecond() {
            assertFailure(
                    () -> assertThat(atOnce).hasMakespan(THREE_SECONDS.minusNanos(1)),
                    "expected a makespan of 2.999999999 s, but it was 3 s");
        }

        @Test
        @DisplayName("how many too many there were")
        void tooMany() {
            assertFailure(
                    () -> assertThat(atOnce).hasAtMostInFlight(2),
                    "expected at most 2 in flight at the same time, but there were 3");
        }

        @Test
        @DisplayName("that there never was more than one")
        void neverMoreThanOne() {
            assertFailure(
                    () -> assertThat(oneAfterAnother).reachesInFlight(3),
                    "expected 3 in flight at the same time, but there was never more than 1");
        }

        @Test
        @DisplayName("that there never were more than so many")
        void neverMoreThanSome() {
            assertFailure(
                    () -> assertThat(atOnce).reachesInFlight(4),
                    "expected 4 in flight at the same time, but there were never more than 3");
        }

        @Test
        @DisplayName("that there never was any")
        void neverAny() {
            assertFailure(
                    () -> assertThat(idle).reachesInFlight(1),
                    "expected 1 in flight at the same time, but there was never any");
        }

        @Test
        @DisplayName("how much work it was")
        void work() {
            assertFailure(() -> assertThat(atOnce).hasWork(THREE_SECONDS), "expected work of 3 s, but it was 9 s");
        }

        @Test
        @DisplayName("how long the span was")
        void span() {
            assertFailure(
                    () -> assertThat(oneAfterAnother).hasSpan(THREE_SECONDS), "expected a span of 3 s, but it was 9 s");
        }

        @Test
        @DisplayName("that it was done by one thread")
        void oneThread() {
            assertFailure(
                    () -> assertThat(oneAfterAnother).isDoneBy(3),
                    "expected the work to be done by 3 threads, but it was done by 1 thread");
        }

        @Test
        @DisplayName("that it was done by several threads")
        void severalThreads() {
            assertFailure(
                    () -> assertThat(atOnce).isDoneBy(1),
                    "expected the work to be done by 1 thread, but it was done by 3 threads");
        }

        @Test
        @DisplayName("first what the caller described")
        void description() {
            assertFailure(
                    () -> assertThat(oneAfterAnother).as("three requests").hasMakespan(THREE_SECONDS),
                    "[three requests] expected a makespan of 3 s, but it was 9 s");
        }

        @Test
        @DisplayName("that there is no timeline")
        void missing() {
            assertFailure(
                    () -> assertThat(null).hasMakespan(THREE_SECONDS), "%nExpecting actual not to be null".formatted());
        }
    }
}
