package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twostoves.evidence.Plan;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Picture;
import twostoves.grading.SpeedUp;

@DisplayName("A report in JSON")
class JsonReportTests {

    private static final Report REPORT = Fixtures.report(
            Fixtures.submitThenWait(),
            Fixtures.unsolved(Fixtures.SPLIT_RANGE),
            Fixtures.with(
                    Fixtures.SUM_OF_SQUARES,
                    List.of(CheckResult.error(Fixtures.SUM_OF_SQUARES.checks().getFirst(), new Error("an \u0007 é")))));

    @Test
    @DisplayName("has the keys of the schema in their order, and none for what is absent")
    void keys() {
        Span span = new Span(
                "7",
                7,
                Span.Activity.COMPUTING,
                new ThreadIdentity(1, "main", ThreadIdentity.Kind.CALLER),
                0,
                1_500_000,
                Span.Ending.PREEMPTED);
        ReportedTimeline timeline = ReportedTimeline.of(
                new Picture("one number", new Timeline(List.of(span), 3_000_000_000L), Optional.of(2_000_000L))
                        .beside(Plan.together(List.of(new Plan.Task("7", Span.Activity.COMPUTING, 1_500_000)))));
        ReportedExercise exercise = ReportedExercise.of(Fixtures.submitThenWait());
        ReportedCheck check = exercise.checks().get(1);
        Report report = new Report(
                Report.SCHEMA,
                "exercises",
                Fixtures.SESSION.startedAt(),
                842,
                "25.0.3",
                4,
                4711,
                "1",
                7,
                10,
                List.of(new ReportedExercise(
                        exercise.id(),
                        exercise.number(),
                        exercise.track(),
                        exercise.title(),
                        exercise.status(),
                        exercise.score(),
                        exercise.maxScore(),
                        exercise.diagnosis(),
                        exercise.message(),
                        exercise.file(),
                        exercise.line(),
                        exercise.source(),
                        List.of(new ReportedCheck(
                                check.id(),
                                check.title(),
                                check.kind(),
                                check.status(),
                                check.points(),
                                check.maxPoints(),
                                check.message(),
                                check.diagnosis(),
                                check.file(),
                                check.line(),
                                Optional.of(new ReportedSource(20, List.of("for (…) {", "    submit(…).get();"))),
                                Optional.of(timeline))),
                        Optional.empty())),
                List.of("fetch-all interruption: 1 thread is still alive"));

        assertThat(JsonReport.toJson(report)).isEqualTo("""
            {
              "schema" : "twostoves/report/1",
              "submission" : "exercises",
              "startedAt" : "2026-10-01T08:00:00.123456Z",
              "durationMs" : 842,
              "java" : "25.0.3",
              "processors" : 4,
              "seed" : 4711,
              "graderVersion" : "1",
              "score" : 7,
              "maxScore" : 10,
              "exercises" : [
                {
                  "id" : "fetch-all",
                  "number" : 1,
                  "track" : "concurrency",
                  "title" : "Fetch all",
                  "status" : "failed",
                  "score" : 7,
                  "maxScore" : 10,
                  "diagnosis" : "submit-then-wait",
                  "file" : "src/main/java/twostoves/concurrency/FetchAll.java",
                  "checks" : [
                    {
                      "id" : "all-in-flight-together",
                      "title" : "has everything in flight together",
                      "kind" : "time",
                      "status" : "failed",
                      "points" : 0,
                      "maxPoints" : 3,
                      "message" : "Request 2 starts only after request 1 has returned: 3 requests of 3 s take 9 s.",
                      "diagnosis" : "submit-then-wait",
                      "file" : "src/main/java/twostoves/concurrency/FetchAll.java",
                      "line" : 21,
                      "source" : {
                        "firstLine" : 20,
                        "lines" : [
                          "for (…) {",
                          "    submit(…).get();"
                        ]
                      },
                      "timeline" : {
                        "unit" : "ms",
                        "caption" : "one number",
                        "makespan" : 3000,
                        "expected" : 2,
                        "spanCount" : 1,
                        "spans" : [
                          {
                            "label" : "7",
                            "item" : 7,
                            "kind" : "computing",
                            "thread" : "caller",
                            "threadKind" : "caller",
                            "virtual" : false,
                            "start" : 0,
                            "end" : 1.5,
                            "ending" : "preempted"
                          }
                        ],
                        "plan" : [
                          {
                            "label" : "7",
                            "kind" : "computing",
                            "lane" : 1,
                            "start" : 0,
                            "end" : 1.5
                          }
                        ]
                      }
                    }
                  ]
                }
              ],
              "deviations" : [
                "fetch-all interruption: 1 thread is still alive"
              ]
            }
            """);
    }

    @Test
    @DisplayName("is read as it was written")
    void roundTrip() {
        String json = JsonReport.toJson(REPORT);

        assertThat(JsonReport.parse(json)).isEqualTo(REPORT);
        assertThat(JsonReport.toJson(JsonReport.parse(json))).isEqualTo(json);
    }

    @Test
    @DisplayName("names every constant as it names itself")
    void constants() {
        for (Diagnosis diagnosis : Diagnosis.values()) {
            Report report = Fixtures.report(ExerciseResult.whole(
                    Fixtures.FETCH_ALL, ExerciseResult.Status.FAILED, diagnosis, "", Optional.empty()));

            assertThat(JsonReport.toJson(report)).contains("\"diagnosis\" : \"" + diagnosis.id() + "\"");
        }
        for (CheckResult.Status status : CheckResult.Status.values()) {
            Report report = Fixtures.report(Fixtures.with(
                    Fixtures.FETCH_ALL,
                    List.of(Fixtures.result(Fixtures.FETCH_ALL.checks().getFirst(), status, 0, ""))));

            assertThat(JsonReport.toJson(report)).contains("\"status\" : \"" + status.id() + "\"");
        }
    }

    @Test
    @DisplayName("is written over an older one, into directories made for it, leaving nothing else behind")
    void file(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("target/kata/report.json");

        JsonReport.write(Fixtures.report(), file);
        JsonReport.write(REPORT, file);

        assertThat(JsonReport.read(file)).isEqualTo(REPORT);
        assertThat(file).hasContent(JsonReport.toJson(REPORT));
        assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("\r");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("may have keys that this version does not know")
    void unknownKeys() {
        String json = JsonReport.toJson(REPORT).replace("\"seed\" :", "\"weather\" : \"fine\", \"seed\" :");

        assertThat(JsonReport.parse(json)).isEqualTo(REPORT);
    }

    @Test
    @DisplayName("is refused where it has another schema")
    void otherSchema() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonReport.parse("{\"schema\":\"twostoves/report/2\"}"))
                .withMessage("its schema is not twostoves/report/1 but \"twostoves/report/2\"");
    }

    @Test
    @DisplayName("is refused where it is garbled or incomplete")
    void garbled() {
        String json = JsonReport.toJson(REPORT);
        List<String> garbled = List.of(
                "",
                "null",
                "[]",
                json.substring(0, json.length() / 2),
                json + "}",
                json.replace("\"submission\" : \"exercises\",", ""),
                json.replace("\"unsolved\"", "\"solvedd\""),
                json.replace("\"makespan\" : 9000", "\"makespan\" : 1e999999999"),
                json.replace("\"makespan\" : 9000", "\"makespan\" : 0.0000001"));

        assertThat(garbled)
                .allSatisfy(text -> assertThatIllegalArgumentException().isThrownBy(() -> JsonReport.parse(text)));
    }

    @Test
    @DisplayName("is refused by the name of its file")
    void garbledFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("report.json"), "{}");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> JsonReport.read(file))
                .withMessage(file + ": its schema is not twostoves/report/1 but \"\"");
    }

    @Test
    @DisplayName("tells what more workers gain on this machine, and reads it again")
    void speedUp() {
        SpeedUp measured = new SpeedUp(Optional.of(new SpeedUp.Figures(2, 5, 1.94, 1.87, 2.0, 1.99)), Optional.empty());
        Report report = Fixtures.report(Fixtures.solved(Fixtures.SUM_OF_SQUARES).withSpeedUp(measured));

        assertThat(JsonReport.toJson(report)).contains("""
                      "speedUp" : {
                        "workers" : 2,
                        "pairs" : 5,
                        "median" : 1.94,
                        "lowest" : 1.87,
                        "highest" : 2.0,
                        "division" : 1.99
                      }
                """);
        assertThat(JsonReport.parse(JsonReport.toJson(report))).isEqualTo(report);
    }
}
