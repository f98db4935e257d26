package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.Picture;

@DisplayName("A timeline in text")
class TextTimelineTests {

    @Test
    @DisplayName("has a line for each request, to scale, above the makespan and the one expected")
    void sequentialRequests() {
        assertThat(drawn(Fixtures.SEQUENTIAL)).isEqualTo("""
                            0     1     2     3     4     5     6     7     8     9 s
            /api/users      ██████████████████
            /api/posts                        ██████████████████
            /api/comments                                       ██████████████████
            yours 9 s       ├────────────────────────────────────────────────────┤
            expected 3 s    ├────────────────┤
            """);
    }

    @Test
    @DisplayName("needs nothing but ASCII")
    void ascii() {
        assertThat(drawn(Fixtures.SEQUENTIAL, 60, false)).isEqualTo("""
                            0   1   2   3   4   5   6   7   8   9 s
            /api/users      ############
            /api/posts                  ############
            /api/comments                           ############
            yours 9 s       |----------------------------------|
            expected 3 s    |----------|
            """);
    }

    @Test
    @DisplayName("shows three tasks computed one after another")
    void sequentialComputations() {
        assertThat(drawn(9, computation(1, 1, 0, 3), computation(2, 1, 3, 6), computation(3, 1, 6, 9)))
                .isEqualTo("""
                                0      1      2      3      4      5      6      7      8      9 s
                    number 1    █████████████████████
                    number 2                         █████████████████████
                    number 3                                              █████████████████████
                    yours 9 s   ├─────────────────────────────────────────────────────────────┤
                    """);
    }

    @Test
    @DisplayName("shows three tasks that take turns on one core")
    void interleavedComputations() {
        Span[] slices = IntStream.range(0, 9)
                .mapToObj(i -> Fixtures.computation(
                        1 + i % 3, 1 + i % 3, i, i + 1, i < 6 ? Span.Ending.PREEMPTED : Span.Ending.COMPLETED))
                .toArray(Span[]::new);

        assertThat(drawn(9, slices)).isEqualTo("""
                        0      1      2      3      4      5      6      7      8      9 s
            number 1    ███████              ███████              ███████
            number 2           ███████              ███████              ███████
            number 3                  ███████              ███████              ███████
            yours 9 s   ├─────────────────────────────────────────────────────────────┤
            """);
    }

    @Test
    @DisplayName("shows three tasks computed in parallel")
    void parallelComputations() {
        assertThat(drawn(3, computation(1, 1, 0, 3), computation(2, 2, 0, 3), computation(3, 3, 0, 3)))
                .isEqualTo("""
                                0         0.5       1         1.5       2         2.5       3 s
                    number 1    ████████████████████████████████████████████████████████████
                    number 2    ████████████████████████████████████████████████████████████
                    number 3    ████████████████████████████████████████████████████████████
                    yours 3 s   ├──────────────────────────────────────────────────────────┤
                    """);
    }

    @Test
    @DisplayName("has a line for each thread where many numbers are computed, named after its chunk")
    void chunks() {
        Span[] spans = IntStream.range(0, 100)
                .mapToObj(i -> computation(i, i / 25, i % 25, i % 25 + 1))
                .toArray(Span[]::new);

        assertThat(drawn(25, spans)).isEqualTo("""
                            0          5          10         15         20         25 s
            numbers 0–24    ███████████████████████████████████████████████████████
            numbers 25–49   ███████████████████████████████████████████████████████
            numbers 50–74   ███████████████████████████████████████████████████████
            numbers 75–99   ███████████████████████████████████████████████████████
            yours 25 s      ├─────────────────────────────────────────────────────┤
            """);
    }

    @Test
    @DisplayName("names the first numbers of a thread whose numbers are no chunk")
    void scatteredNumbers() {
        Span[] spans = IntStream.range(0, 8)
                .mapToObj(i -> computation(i, i % 2, i / 2, i / 2 + 1))
                .toArray(Span[]::new);

        assertThat(drawn(4, spans)).isEqualTo("""
                                 0     0.5   1     1.5   2     2.5   3     3.5   4 s
            numbers 0, 2, 4, …   ████████████████████████████████████████████████
            numbers 1, 3, 5, …   ████████████████████████████████████████████████
            yours 4 s            ├──────────────────────────────────────────────┤
            """);
    }

    @Test
    @DisplayName("leaves out the middle of many lines, and says how many")
    void manyRequests() {
        Span[] spans = LongStream.range(0, 116)
                .mapToObj(i -> Fixtures.request("/item/" + i, i, i, i + 1))
                .toArray(Span[]::new);

        assertThat(drawn(new Picture("", new Timeline(List.of(spans), seconds(116)), Optional.of(seconds(1)))))
                .isEqualTo("""
                                   0        20       40       60       80       100      120 s
                    /item/0        █
                    /item/1        █
                    /item/2         █
                    /item/3         █
                    /item/4          █
                    … 110 more …
                    /item/115                                                          █
                    yours 116 s    ├──────────────────────────────────────────────────┤
                    expected 1 s   ┤
                    """);
    }

    @Test
    @DisplayName("draws twelve lines in full")
    void twelveRequests() {
        Span[] spans = LongStream.range(0, 12)
                .mapToObj(i -> Fixtures.request("/item/" + i, i, 0, 1))
                .toArray(Span[]::new);

        assertThat(drawn(1, spans).lines()).hasSize(14).noneMatch(line -> line.contains("more"));
    }

    @Test
    @DisplayName("says so where the report holds only the first of very many spans")
    void cutSpans() {
        Span[] spans = LongStream.range(0, 10_000)
                .mapToObj(i -> Fixtures.request("/item/" + i, i, 0, 1))
                .toArray(Span[]::new);

        assertThat(drawn(1, spans).lines()).contains("… 1,994 more …", "drawn: the first 2,000 of 10,000");
    }

    @Test
    @DisplayName("marks how a bar ended, and explains the marks")
    void endings() {
        assertThat(drawn(
                        3,
                        ended("/a", 0, Span.Ending.COMPLETED),
                        ended("/b", 1, Span.Ending.FAILED),
                        ended("/c", 2, Span.Ending.INTERRUPTED),
                        ended("/d", 3, Span.Ending.UNFINISHED)))
                .isEqualTo("""
                                0         0.5       1         1.5       2         2.5       3 s
                    /a          ████████████████████
                    /b          ███████████████████!
                    /c          ███████████████████×
                    /d          ███████████████████→
                    yours 3 s   ├──────────────────────────────────────────────────────────┤
                    ! failed   × interrupted   → never ended
                    """);
    }

    @Test
    @DisplayName("gives the same request, sent twice at once, two lines, and one after another, one line")
    void repeatedRequests() {
        assertThat(drawn(
                        2,
                        Fixtures.request("/a", 0, 0, 1),
                        Fixtures.request("/a", 0, 0, 1),
                        Fixtures.request("/a", 0, 1, 2)))
                .isEqualTo("""
                                0     0.2   0.4   0.6   0.8   1     1.2   1.4   1.6   1.8   2 s
                    /a          ████████████████████████████████████████████████████████████
                    /a          ██████████████████████████████
                    yours 2 s   ├──────────────────────────────────────────────────────────┤
                    """);
    }

    @Test
    @DisplayName("measures in milliseconds below one second")
    void milliseconds() {
        Span span = new Span(
                "/a",
                0,
                Span.Activity.WAITING,
                new ThreadIdentity(1, "", ThreadIdentity.Kind.VIRTUAL),
                0,
                250_000_000,
                Span.Ending.COMPLETED);

        assertThat(drawn(new Picture("", new Timeline(List.of(span), 250_000_000), Optional.of(100_000_000L))))
                .isEqualTo("""
                                      0         50        100       150       200       250 ms
                    /a                ██████████████████████████████████████████████████
                    yours 250 ms      ├────────────────────────────────────────────────┤
                    expected 100 ms   ├──────────────────┤
                    """);
    }

    @Test
    @DisplayName("has no axis where nothing took any time")
    void nothing() {
        assertThat(drawn(0)).isEqualTo("yours 0 s   ┤\n");
    }

    @Test
    @DisplayName("escapes what a label could do to a terminal, and cuts it")
    void labels() {
        assertThat(drawn(1, Fixtures.request("/\u001b[2J\n", 0, 0, 1)).lines())
                .element(1)
                .asString()
                .startsWith("/\\u001b[2J\\n   █");
        assertThat(drawn(1, Fixtures.request("/a/path/that/goes/on/and/on", 0, 0, 1))
                        .lines())
                .element(1)
                .asString()
                .startsWith("/a/path/that/goes/on/an…   █");
    }

    @Test
    @DisplayName("keeps within its width, whatever the times")
    void width() {
        List<Long> times = new ArrayList<>(List.of(Long.MAX_VALUE, 1L, 999L, 1_000_000_001L, seconds(86_400)));
        for (long time = 3; time < Long.MAX_VALUE / 7; time *= 7) {
            times.add(time);
        }
        assertThat(times).allSatisfy(time -> {
            Span span = new Span(
                    "/a",
                    0,
                    Span.Activity.WAITING,
                    new ThreadIdentity(1, "", ThreadIdentity.Kind.VIRTUAL),
                    0,
                    time,
                    Span.Ending.COMPLETED);
            Picture picture = new Picture("", new Timeline(List.of(span), time), Optional.of(time / 3));
            assertThat(drawn(picture, 40, true).lines()).allMatch(line -> line.length() <= 40);
            assertThat(drawn(picture, 80, true).lines()).allMatch(line -> line.length() <= 80);
        });
    }

    @Test
    @DisplayName("is refused fewer than 40 columns")
    void refusesNarrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextTimeline(39, true))
                .withMessage("a line has at least 40 columns, not 39");
    }

    private static Span computation(long item, long worker, long start, long end) {
        return Fixtures.computation(item, worker, start, end, Span.Ending.COMPLETED);
    }

    private static Span ended(String label, long item, Span.Ending ending) {
        Span whole = Fixtures.request(label, item, 0, 1);
        return new Span(label, item, whole.activity(), whole.thread(), whole.start(), whole.end(), ending);
    }

    private static long seconds(long seconds) {
        return seconds * Fixtures.SECOND;
    }

    private static String drawn(long makespanSeconds, Span... spans) {
        return drawn(new Picture("", new Timeline(List.of(spans), seconds(makespanSeconds)), Optional.empty()));
    }

    private static String drawn(Picture picture) {
        return drawn(picture, 78, true);
    }

    private static String drawn(Picture picture, int width, boolean unicode) {
        List<String> lines = new TextTimeline(width, unicode).draw(ReportedTimeline.of(picture));
        return String.join("\n", lines) + "\n";
    }
}
