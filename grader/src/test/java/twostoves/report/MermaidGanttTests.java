package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import twostoves.contracts.NodeTool;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.Picture;

@DisplayName("A Gantt chart in Mermaid")
class MermaidGanttTests {

    private static List<String> draw(Picture picture) {
        return MermaidGantt.of(ReportedTimeline.of(picture));
    }

    private static Span span(String label, long item, String thread, long start, long end, Span.Ending ending) {
        ThreadIdentity identity = new ThreadIdentity(item, thread, ThreadIdentity.Kind.PLATFORM);
        return new Span(label, item, Span.Activity.COMPUTING, identity, start, end, ending);
    }

    @Test
    @DisplayName("has a section for each row, and beneath them the makespan beside the one expected")
    void sections() {
        assertThat(draw(Fixtures.SEQUENTIAL)).containsExactly("""
                gantt
                    title 3 requests of 3 s each
                    dateFormat x
                    axisFormat %s s
                    section /api/users
                    on virtual 1 :0, 3000
                    section /api/posts
                    on virtual 2 :3000, 6000
                    section /api/comments
                    on virtual 3 :6000, 9000
                    section yours
                    yours 9 s :crit, 0, 9000
                    section expected
                    expected 3 s :done, 0, 3000""".split("\n"));
    }

    @Test
    @DisplayName("is not red where nothing is late, and counts milliseconds where there is no second")
    void inTime() {
        Span span = span("7", 7, "pool-1-thread-1", 0, 250_000_000, Span.Ending.COMPLETED);
        assertThat(draw(new Picture("one", new Timeline(List.of(span), 250_000_000), Optional.empty())))
                .containsExactly("""
                gantt
                    title one
                    dateFormat x
                    axisFormat %Q ms
                    section number 7
                    on pool-1-thread-1 :active, 0, 250
                    section yours
                    yours 250 ms :done, 0, 250""".split("\n"));
    }

    @Test
    @DisplayName("counts microseconds where all is short, and draws what has no length")
    void tiny() {
        Span span = span("7", 7, "t", 1_500_000, 1_500_000, Span.Ending.FAILED);
        assertThat(draw(new Picture("", new Timeline(List.of(span), 2_000_000), Optional.empty())))
                .contains(
                        "    title your run",
                        "    axisFormat %Q µs",
                        "    on t :crit, 1500, 1501",
                        "    yours 2 ms :done, 0, 2000");
    }

    @Test
    @DisplayName("draws some rows and bars of many")
    void many() {
        List<Span> spans = IntStream.range(0, 2_000)
                .mapToObj(i -> Fixtures.request("/api/" + i, i, 0, 1))
                .toList();

        List<String> chart = draw(new Picture("many", new Timeline(spans, Fixtures.SECOND), Optional.empty()));

        assertThat(chart.stream().filter(line -> line.startsWith("    section /api")))
                .hasSize(24);
        assertThat(chart).hasSize(4 + 2 * 24 + 2);
    }

    @Test
    @DisplayName("has nothing of the submission's that Mermaid could take for its own")
    void hostile() {
        ReportedTimeline timeline = Hostile.report()
                .exercises()
                .getFirst()
                .checks()
                .getFirst()
                .timeline()
                .orElseThrow();

        assertThat(MermaidGantt.of(timeline))
                .allSatisfy(line -> assertThat(line)
                        .matches("gantt|    (title [^:;#%{}<>\"]+|dateFormat x|axisFormat %s s|section [^:;#%{}<>\"]+"
                                + "|(on|yours|expected) [^:;#%{}<>\"]+ :((crit|done|active), )?\\d+, \\d+)"));
    }

    @Test
    @DisplayName("is read by Mermaid itself as it is meant, also with names that were chosen to confuse it")
    void mermaid() {
        ReportedTimeline hostile = Hostile.report()
                .exercises()
                .getFirst()
                .checks()
                .getFirst()
                .timeline()
                .orElseThrow();
        JsonNode drawn = NodeTool.run(
                "mermaid",
                List.of(String.join("\n", draw(Fixtures.SEQUENTIAL)), String.join("\n", MermaidGantt.of(hostile))));

        assertThat(drawn.get(0).toString())
                .isEqualTo(
                        "{\"type\":\"gantt\",\"title\":\"3 requests of 3 s each\",\"tasks\":["
                                + "{\"section\":\"/api/users\",\"task\":\"on virtual 1\",\"start\":0,\"end\":3000,\"red\":false},"
                                + "{\"section\":\"/api/posts\",\"task\":\"on virtual 2\",\"start\":3000,\"end\":6000,\"red\":false},"
                                + "{\"section\":\"/api/comments\",\"task\":\"on virtual 3\",\"start\":6000,\"end\":9000,\"red\":false},"
                                + "{\"section\":\"yours\",\"task\":\"yours 9 s\",\"start\":0,\"end\":9000,\"red\":true},"
                                + "{\"section\":\"expected\",\"task\":\"expected 3 s\",\"start\":0,\"end\":3000,\"red\":false}]}");
        assertThat(drawn.get(1).path("error").asString("")).isEmpty();
        long bars = MermaidGantt.of(hostile).stream()
                .filter(line -> line.contains(" :"))
                .count();
        assertThat(drawn.get(1).path("tasks").size()).isEqualTo((int) bars).isGreaterThan(20);
    }
}
