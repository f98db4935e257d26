package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.ExerciseResult;

@DisplayName("A report in CSV")
class CsvReportTests {

    @Test
    @DisplayName("has a row for each check")
    void rows() {
        assertThat(CsvReport.of(Fixtures.report(Fixtures.submitThenWait())).split("\r\n"))
                .containsExactly(
                        "\"submission\",\"number\",\"exercise\",\"track\",\"exercise status\",\"check\",\"title\",\"kind\","
                                + "\"status\",\"points\",\"max points\",\"diagnosis\",\"file\",\"line\",\"message\"",
                        "\"exercises\",1,\"fetch-all\",\"concurrency\",\"failed\",\"returns-the-answers\","
                                + "\"returns the right answers\",\"values\",\"passed\",4,4,,,,",
                        "\"exercises\",1,\"fetch-all\",\"concurrency\",\"failed\",\"all-in-flight-together\","
                                + "\"has everything in flight together\",\"time\",\"failed\",0,3,\"submit-then-wait\","
                                + "\"src/main/java/twostoves/concurrency/FetchAll.java\",21,"
                                + "\"Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s.\"",
                        "\"exercises\",1,\"fetch-all\",\"concurrency\",\"failed\",\"leaves-nothing-running\","
                                + "\"leaves nothing running\",\"threads\",\"passed\",2,2,,,,",
                        "\"exercises\",1,\"fetch-all\",\"concurrency\",\"failed\",\"does-not-lose-an-interrupt\","
                                + "\"does not lose an interrupt\",\"edges\",\"passed\",1,1,,,,");
    }

    @Test
    @DisplayName("has a row also for an exercise without a verdict, so that its points are not left out")
    void withoutVerdict() {
        Report report = Report.of(Fixtures.SESSION, List.of(), List.of(Fixtures.FETCH_ALL));

        assertThat(List.of(CsvReport.of(report).split("\r\n")))
                .hasSize(2)
                .last()
                .isEqualTo(
                        "\"exercises\",1,\"fetch-all\",\"concurrency\",\"error\",\"verdict\",\"is judged\",\"values\","
                                + "\"error\",0,10,,,,\"The grader has no verdict on this exercise.\"");
    }

    @Test
    @DisplayName("has no formula of the submission's, and keeps to its columns")
    void hostile() {
        for (String start : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1")) {
            assertThat(Csv.row(start)).startsWith("\"'");
        }
        assertThat(Csv.row("a\"b,c", "1 = 1", 7)).isEqualTo("\"a\"\"b,c\",\"1 = 1\",7\r\n");
        assertThat(CsvReport.of(Hostile.report())).doesNotContain("\u001b", "\u0000");
    }

    @Test
    @DisplayName("is bounded")
    void bounded() {
        assertThat(CsvReport.of(Hostile.large()).length()).isLessThan(1_000_000);
        assertThat(Hostile.large().count(ExerciseResult.Status.FAILED)).isEqualTo(28);
    }
}
