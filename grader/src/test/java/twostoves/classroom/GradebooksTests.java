package twostoves.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.Diagnosis;

@DisplayName("The gradebook")
class GradebooksTests {

    private static final List<ClassResult> RESULTS = List.of(
            ClassResult.graded("ada", "key", Fakes.report("ada", Map.of())),
            ClassResult.graded("ben", "key", Fakes.report("ben", Map.of(Fakes.FETCH_ALL, Diagnosis.SEQUENTIAL))),
            ClassResult.refused("cleo", "Nothing to grade in cleo."),
            ClassResult.fault("dan", "The grader failed: full disk"));

    private static ClassRecord record(Map<String, Integer> weights) {
        return new ClassRecord(Fakes.assignment(weights), RESULTS);
    }

    private static String lines(String csv) {
        assertThat(csv).endsWith("\r\n");
        return csv.replace("\r\n", "\n");
    }

    @Test
    @DisplayName("of our own has a row for each submission, and leaves empty what the grader has failed to judge")
    void own() {
        assertThat(lines(Gradebooks.own(record(Map.of())))).isEqualTo("""
                "submission","outcome","score","max_score","percent","note",\
                "fetch-all","fetch-all status","fetch-all diagnosis",\
                "split-range","split-range status","split-range diagnosis"
                "ada","graded",20,20,100,,10,"solved",,10,"solved",
                "ben","graded",14,20,70,,4,"failed","sequential",10,"solved",
                "cleo","refused",0,20,0,"Nothing to grade in cleo.",,,,,,
                "dan","fault",,20,,"The grader failed: full disk",,,,,,
                """);
    }

    @Test
    @DisplayName("for Canvas has the columns of its importer, and the points possible")
    void canvas() {
        assertThat(lines(Gradebooks.canvas(record(Map.of())))).isEqualTo("""
                "Student","ID","SIS User ID","SIS Login ID","Section","Two Stoves"
                "    Points Possible",,,,,20
                "ada",,,"ada",,20
                "ben",,,"ben",,14
                "cleo",,,"cleo",,0
                "dan",,,"dan",,
                """);
    }

    @Test
    @DisplayName("for Moodle has per cent and a feedback")
    void moodle() {
        assertThat(lines(Gradebooks.moodle(record(Map.of())))).isEqualTo("""
                "Username","Two Stoves","Two Stoves feedback"
                "ada",100,"fetch-all 10 of 10; split-range 10 of 10"
                "ben",70,"fetch-all 4 of 10 (sequential); split-range 10 of 10"
                "cleo",0,"Nothing to grade in cleo."
                "dan",,"The grader failed: full disk"
                """);
    }

    @Test
    @DisplayName("weighs the score, and leaves the points of the exercises as they are")
    void weighted() {
        Map<String, Integer> weights = Map.of("fetch-all", 3, "split-range", 0);

        assertThat(lines(Gradebooks.own(record(weights))))
                .contains("\n\"ben\",\"graded\",12,30,40,,4,\"failed\",\"sequential\",10,");
        assertThat(lines(Gradebooks.canvas(record(weights))))
                .contains("Possible\",,,,,30\n", "\n\"ben\",,,\"ben\",,12\n");
        assertThat(lines(Gradebooks.moodle(record(weights))))
                .contains("\n\"ben\",40,\"fetch-all 12 of 30 (sequential); split-range 0 of 0\"\n");
    }

    @Test
    @DisplayName("rounds per cent to two places")
    void rounded() {
        assertThat(ClassRecord.percent(2, 3)).hasToString("66.67");
        assertThat(ClassRecord.percent(1, 2)).hasToString("50");
        assertThat(ClassRecord.percent(1, 8)).hasToString("12.5");
        assertThat(ClassRecord.percent(3, 3)).hasToString("100");
        assertThat(ClassRecord.percent(0, 0)).hasToString("0");
    }

    @Test
    @DisplayName("lets no name compute in a spreadsheet or break a row")
    void hostileNames() {
        ClassRecord record = new ClassRecord(
                Fakes.assignment(),
                List.of("=1+1", "+1", "-1", "@a", "\tb", "a,\"b\"", "a\nb", "a\u202eb").stream()
                        .map(name -> ClassResult.refused(name, "=2"))
                        .toList());

        assertThat(lines(Gradebooks.moodle(record))).isEqualTo("""
                "Username","Two Stoves","Two Stoves feedback"
                "'=1+1",0,"'=2"
                "'+1",0,"'=2"
                "'-1",0,"'=2"
                "'@a",0,"'=2"
                "'\tb",0,"'=2"
                "a,""b""\",0,"'=2"
                "a
                b",0,"'=2"
                "a\\u202eb",0,"'=2"
                """);
    }
}
