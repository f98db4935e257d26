package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import twostoves.grading.CheckResult;
import twostoves.grading.ExerciseResult;

@DisplayName("A report in JUnit XML")
class JUnitXmlTests {

    @Test
    @DisplayName("has a test for each check, what happened in a failure, and the timeline below it")
    void failure() {
        assertThat(JUnitXml.of(Fixtures.report(Fixtures.submitThenWait())))
                .startsWith("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <testsuite name="Two Stoves" time="0.842" tests="4" errors="0" skipped="0" failures="1" \
                    timestamp="2026-10-01T08:00:00.123Z">
                      <properties>
                        <property name="submission" value="exercises"/>
                        <property name="score" value="7"/>
                        <property name="maxScore" value="10"/>
                        <property name="seed" value="4711"/>
                    """)
                .contains("""
                      </properties>
                      <testcase name="fetch-all/returns-the-answers" classname="twostoves.concurrency.FetchAll" time="0"/>
                      <testcase name="fetch-all/all-in-flight-together" classname="twostoves.concurrency.FetchAll" time="0">
                        <failure message="has everything in flight together: Request 2 starts only after request 1 has \
                    returned: 3 requests of 3 s take 9 s. FetchAll.java:21 Next: ./kata hint fetch-all, \
                    ./kata explain submit-then-wait" type="submit-then-wait">has everything in flight together
                    Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s.
                    FetchAll.java:21
                    Next: ./kata hint fetch-all, ./kata explain submit-then-wait

                                    0     1     2     3     4     5     6     7     8     9 s
                    /api/users      ██████████████████
                    /api/posts                        ██████████████████
                    /api/comments                                       ██████████████████
                    yours 9 s       ├────────────────────────────────────────────────────┤
                    expected 3 s    ├────────────────┤</failure>
                      </testcase>
                      <testcase name="fetch-all/leaves-nothing-running" classname="twostoves.concurrency.FetchAll" time="0"/>
                      <testcase name="fetch-all/does-not-lose-an-interrupt" classname="twostoves.concurrency.FetchAll" time="0"/>
                    </testsuite>
                    """);
    }

    @Test
    @DisplayName("fails what was not reached, and passes what costs the learner nothing")
    void outcomes() {
        List<CheckResult> results = List.of(
                CheckResult.error(Fixtures.FETCH_ALL.checks().get(0), new IllegalStateException("oops")),
                Fixtures.result(Fixtures.FETCH_ALL.checks().get(1), CheckResult.Status.NOT_MEASURED, 3, "Too busy."),
                CheckResult.notReached(Fixtures.FETCH_ALL.checks().get(2), "The answers come first."));

        assertThat(JUnitXml.of(Fixtures.report(Fixtures.with(Fixtures.FETCH_ALL, results))))
                .contains("tests=\"4\" errors=\"0\" skipped=\"0\" failures=\"1\"")
                .contains("<system-out>The grader failed here, which costs you nothing:"
                        + " java.lang.IllegalStateException: oops</system-out>")
                .contains("<system-out>Not measured, full points. Too busy.</system-out>")
                .contains("<failure message=\"leaves nothing running: Not reached. The answers come first.\""
                        + " type=\"not-reached\">");
    }

    @Test
    @DisplayName("has an error where there is no verdict")
    void withoutVerdict() {
        assertThat(JUnitXml.of(Report.of(Fixtures.SESSION, List.of(), List.of(Fixtures.FETCH_ALL))))
                .contains("tests=\"1\" errors=\"1\" skipped=\"0\" failures=\"0\"")
                .contains(
                        "<testcase name=\"fetch-all/verdict\" classname=\"twostoves.concurrency.FetchAll\" time=\"0\">")
                .contains("<error message=\"is judged: The grader has no verdict on this exercise.\" type=\"error\">");
    }

    @Test
    @DisplayName("is well-formed and keeps the submission's text as text, whatever it says")
    void hostile() throws Exception {
        for (Report report : List.of(Hostile.report(), Hostile.large())) {
            String xml = JUnitXml.of(report);
            Element suite = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            List<String> elements = IntStream.range(
                            0, suite.getElementsByTagName("*").getLength())
                    .mapToObj(i -> suite.getElementsByTagName("*").item(i).getNodeName())
                    .distinct()
                    .toList();

            assertThat(elements).isSubsetOf("properties", "property", "testcase", "failure", "error", "system-out");
            assertThat(xml).doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0d-\\x1f\\x7f]");
            assertThat(xml.length()).isLessThan(4_000_000);
        }
        assertThat(Hostile.report().count(ExerciseResult.Status.BROKEN)).isOne();
    }
}
