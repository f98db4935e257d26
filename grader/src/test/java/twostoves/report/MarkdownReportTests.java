package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Place;

@DisplayName("A report in Markdown")
class MarkdownReportTests {

    @Test
    @DisplayName("has the score, a line for each exercise, and of a failure all that helps")
    void failure() {
        assertThat(MarkdownReport.forStepSummary(Fixtures.report(
                        Fixtures.submitThenWait(),
                        Fixtures.unsolved(Fixtures.SPLIT_RANGE),
                        Fixtures.solved(Fixtures.SUM_OF_SQUARES))))
                .isEqualTo("""
                ## Two Stoves: 17 of 30 points

                1 of 3 exercises solved.

                | | exercise | points | |
                |---|---|--:|---|
                | ❌ | 1. Fetch all | 7/10 | `submit-then-wait` |
                | ⬜ | 12. Split range | 0/10 | not begun |
                | ✅ | 13. Sum of squares | 10/10 | solved |

                ### 1. Fetch all: Each task starts only after the one before it has returned.

                **has everything in flight together**: 0 of 3

                > Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s.

                src/main/java/twostoves/concurrency/FetchAll.java:21

                ```mermaid
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
                    expected 3 s :done, 0, 3000
                ```

                <details><summary>The same as a table</summary>

                | what | thread | from | to | |
                |---|---|--:|--:|---|
                | /api/users | virtual 1 | 0 s | 3 s |  |
                | /api/posts | virtual 2 | 3 s | 6 s |  |
                | /api/comments | virtual 3 | 6 s | 9 s |  |
                | **yours** | | 0 s | 9 s | |
                | **expected** | | 0 s | 3 s | |

                </details>

                Next: `./kata hint fetch-all` or `./kata explain submit-then-wait`
                """);
    }

    @Test
    @DisplayName("says what does not compile, and where the grader failed")
    void brokenAndError() {
        ExerciseResult broken = ExerciseResult.whole(
                Fixtures.FETCH_ALL,
                ExerciseResult.Status.BROKEN,
                Diagnosis.DOES_NOT_COMPILE,
                "incompatible types: String cannot be converted to List<String>",
                Optional.of(new Place(Fixtures.FETCH_ALL.sourceFile(), 17)));
        ExerciseResult error = Fixtures.with(
                Fixtures.SPLIT_RANGE,
                List.of(CheckResult.error(
                        Fixtures.SPLIT_RANGE.checks().getFirst(), new IllegalStateException("oops"))));

        assertThat(MarkdownReport.forStepSummary(Fixtures.report(broken, error)))
                .endsWith("""
                ### 1. Fetch all: The code does not compile.

                > incompatible types: String cannot be converted to List&lt;String&gt;

                src/main/java/twostoves/concurrency/FetchAll.java:17

                Next: `./kata explain does-not-compile`

                ### 12. Split range: the grader failed

                **returns the right answers**

                > The grader failed here, which costs you nothing: java.lang.IllegalStateException: oops

                src/main/java/twostoves/parallelism/SplitRange.java
                """);
    }

    @Test
    @DisplayName(
            "counts what failed beside the first check and what was not reached, and gives the seed of wrong values")
    void otherChecks() {
        List<CheckResult> results = List.of(
                Fixtures.failed(Fixtures.FETCH_ALL.checks().get(0), Diagnosis.WRONG_VALUES, "2 is not 3"),
                Fixtures.failed(Fixtures.FETCH_ALL.checks().get(2), Diagnosis.THREADS_LEFT_RUNNING, "1 thread"),
                CheckResult.notReached(Fixtures.FETCH_ALL.checks().get(1), "values first"));

        assertThat(MarkdownReport.forStepSummary(Fixtures.report(Fixtures.with(Fixtures.FETCH_ALL, results))))
                .endsWith("""
                **returns the right answers**: 0 of 4

                > 2 is not 3

                Seed of the inputs: 4711

                Also failed: leaves nothing running.

                Not reached: 1 check.

                Next: `./kata hint fetch-all` or `./kata explain wrong-values`
                """);
    }

    @Test
    @DisplayName("fits into a step summary and into the notes of a release, whatever the submission says")
    void bounded() {
        Report large = Hostile.large();

        assertThat(bytes(MarkdownReport.forStepSummary(large))).isLessThan(1_024 * 1_024);
        assertThat(bytes(MarkdownReport.forRelease(large))).isLessThan(125_000);
        assertThat(MarkdownReport.forRelease(large))
                .contains("| ❌ | 28. Exercise 28 | 0/10 | `submit-then-wait` |")
                .containsPattern("\nThere is no room for \\d+ more; all of it is in `report.json`.\n\\z");
        assertThat(MarkdownReport.forStepSummary(Hostile.report())).doesNotContain("There is no room");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    @DisplayName("has no markup but its own, whatever the submission says")
    void hostile() {
        String html = MarkdownTests.html(MarkdownReport.forStepSummary(Hostile.report()));

        assertThat(html.replaceAll("<details><summary>[^<]*</summary>|</details>", "")
                        .replaceAll("</?(h2|h3|p|table|thead|tbody|tr|blockquote|strong|br|code|pre)( /)?>", "")
                        .replaceAll("</?t[hd]( align=\"right\")?>|<code class=\"language-(text|mermaid)\">", ""))
                .doesNotContain("<");
    }
}
