package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;

@DisplayName("The class view")
class ClassViewTests {

    private static final List<ClassResult> RESULTS = List.of(
            graded("ada", Map.of()),
            graded("ben", Map.of(Fakes.FETCH_ALL, Diagnosis.SEQUENTIAL, Fakes.SPLIT_RANGE, Diagnosis.SEQUENTIAL)),
            graded("cleo", Map.of(Fakes.FETCH_ALL, Diagnosis.SUBMIT_THEN_WAIT)),
            graded("dan", Map.of(Fakes.FETCH_ALL, Diagnosis.SUBMIT_THEN_WAIT)),
            ClassResult.graded(
                    "eve",
                    "key",
                    Fakes.report("eve", List.of(Fakes.unsolved(Fakes.FETCH_ALL), Fakes.solved(Fakes.SPLIT_RANGE)))));

    private static ClassResult graded(String name, Map<Exercise, Diagnosis> failures) {
        return ClassResult.graded(name, "key", Fakes.report(name, failures));
    }

    private static String html(List<ClassResult> results) {
        return ClassView.html(new ClassRecord(Fakes.assignment(Map.of("fetch-all", 2)), results));
    }

    @Test
    @DisplayName("begins with what is misunderstood most, each counted once for a submission")
    void misconceptions() {
        List<Misconception> found = Misconception.of(RESULTS);

        assertThat(found)
                .extracting(Misconception::diagnosis)
                .containsExactly(Diagnosis.SUBMIT_THEN_WAIT, Diagnosis.SEQUENTIAL);
        assertThat(found.getFirst().submissions()).containsExactly("cleo", "dan");
        assertThat(found.getLast().submissions()).containsExactly("ben");
        assertThat(found.getLast().exercises()).containsExactly("fetch-all", "split-range");
        assertThat(html(RESULTS))
                .containsSubsequence(
                        "<code>submit-then-wait</code>",
                        "<td class=\"number\">2</td>",
                        "<code>sequential</code>",
                        "<small>The work is done one piece after another, on one thread.</small>",
                        "<td class=\"number\">1</td>",
                        "<td>fetch-all, split-range</td>");
    }

    @Test
    @DisplayName("shows how far each exercise has come: weight, solved, tried, not begun")
    void exercises() {
        assertThat(html(RESULTS))
                .contains(
                        "<tr><td>fetch-all</td><td class=\"number\">2</td><td class=\"number\">1</td>"
                                + "<td class=\"number\">3</td><td class=\"number\">1</td>",
                        "<tr><td>split-range</td><td class=\"number\">1</td><td class=\"number\">4</td>"
                                + "<td class=\"number\">1</td><td class=\"number\">0</td>");
    }

    @Test
    @DisplayName("shows who stands where")
    void submissions() {
        assertThat(html(RESULTS))
                .contains("<tr><td>cleo</td><td class=\"number\">18 of 30</td><td class=\"number\">60</td>"
                        + "<td class=\"failed\">4 of 10<small>submit-then-wait</small></td>"
                        + "<td class=\"solved\">10 of 10</td></tr>");
    }

    @Test
    @DisplayName("says so where nothing was misunderstood")
    void nothingMisunderstood() {
        assertThat(html(List.of(graded("ada", Map.of())))).contains("<p>Nothing that has a name.</p>");
    }

    @Test
    @DisplayName("shows names and problems as text, whatever they hold, and needs nothing from elsewhere")
    void hostile() {
        String html = html(List.of(ClassResult.refused("<script>alert('1')</script>", "\"&\u001b[2J")));

        assertThat(html)
                .contains(
                        "<td>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</td>",
                        ">&quot;&amp;\\u001b[2J</td>",
                        "content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("<script", "http://", "https://", "src=");
    }
}
