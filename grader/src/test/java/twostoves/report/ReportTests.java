package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.evidence.Span;
import twostoves.evidence.ThreadIdentity;
import twostoves.evidence.Timeline;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Picture;
import twostoves.grading.Place;

@DisplayName("A report")
class ReportTests {

    @Test
    @DisplayName("tells of the session")
    void session() {
        Report report = Fixtures.report();

        assertThat(report.schema()).isEqualTo("twostoves/report/1");
        assertThat(report.submission()).isEqualTo("exercises");
        assertThat(report.startedAt()).hasToString("2026-10-01T08:00:00.123Z");
        assertThat(report.durationMs()).isEqualTo(842);
        assertThat(report.java()).matches("25(\\.\\d+)*");
        assertThat(report.processors()).isEqualTo(4);
        assertThat(report.seed()).isEqualTo(4711);
        assertThat(report.graderVersion()).isNotBlank();
    }

    @Test
    @DisplayName("lists the exercises by number, and adds up their points")
    void exercises() {
        Report report = Fixtures.report(
                Fixtures.solved(Fixtures.SUM_OF_SQUARES),
                Fixtures.submitThenWait(),
                Fixtures.unsolved(Fixtures.SPLIT_RANGE));

        assertThat(report.exercises())
                .extracting(ReportedExercise::id)
                .containsExactly("fetch-all", "split-range", "sum-of-squares");
        assertThat(report.score()).isEqualTo(17);
        assertThat(report.maxScore()).isEqualTo(30);
        assertThat(report.count(ExerciseResult.Status.SOLVED)).isEqualTo(1);
    }

    @Test
    @DisplayName("holds what was asked for: no verdict is an error without points, and a verdict too many is left out")
    void whatWasAskedFor() {
        List<Exercise> asked = List.of(Fixtures.FETCH_ALL, Fixtures.SPLIT_RANGE);
        List<ExerciseResult> results =
                List.of(Fixtures.solved(Fixtures.FETCH_ALL), Fixtures.solved(Fixtures.SUM_OF_SQUARES));

        Report report = Report.of(Fixtures.SESSION, results, asked);

        assertThat(report.exercises()).extracting(ReportedExercise::id).containsExactly("fetch-all", "split-range");
        assertThat(report.exercises().getLast().status()).isEqualTo(ExerciseResult.Status.ERROR);
        assertThat(report.exercises().getLast().message()).contains("The grader has no verdict on this exercise.");
        assertThat(report.score()).isEqualTo(10);
        assertThat(report.maxScore()).isEqualTo(20);
    }

    @Test
    @DisplayName("names the learner's file of each exercise, and the line where it does not compile")
    void places() {
        ExerciseResult broken = ExerciseResult.whole(
                Fixtures.FETCH_ALL,
                ExerciseResult.Status.BROKEN,
                Diagnosis.DOES_NOT_COMPILE,
                "';' expected",
                Optional.of(new Place("src/main/java/twostoves/concurrency/Helper.java", 5)));

        assertThat(ReportedExercise.of(Fixtures.solved(Fixtures.FETCH_ALL))).satisfies(exercise -> {
            assertThat(exercise.file()).isEqualTo("src/main/java/twostoves/concurrency/FetchAll.java");
            assertThat(exercise.line()).isEmpty();
        });
        assertThat(ReportedExercise.of(broken)).satisfies(exercise -> {
            assertThat(exercise.file()).isEqualTo("src/main/java/twostoves/concurrency/Helper.java");
            assertThat(exercise.line()).isEqualTo(OptionalInt.of(5));
        });
    }

    @Test
    @DisplayName("names the threads of a timeline so that no two are called alike")
    void threadNames() {
        Timeline timeline = new Timeline(
                List.of(
                        by(0, 9, "", ThreadIdentity.Kind.VIRTUAL),
                        by(1, 5, "main", ThreadIdentity.Kind.CALLER),
                        by(2, 7, "cook", ThreadIdentity.Kind.PLATFORM),
                        by(3, 8, "cook", ThreadIdentity.Kind.PLATFORM),
                        by(4, 6, "", ThreadIdentity.Kind.VIRTUAL),
                        by(5, 3, "caller", ThreadIdentity.Kind.PLATFORM),
                        by(6, 9, "", ThreadIdentity.Kind.VIRTUAL),
                        by(7, 2, "t".repeat(200), ThreadIdentity.Kind.PLATFORM)),
                Fixtures.SECOND);

        assertThat(ReportedTimeline.of(new Picture("", timeline, Optional.empty()))
                        .spans())
                .extracting(ReportedSpan::thread)
                .containsExactly(
                        "virtual 1",
                        "caller",
                        "cook",
                        "cook (2)",
                        "virtual 2",
                        "caller (2)",
                        "virtual 1",
                        "t".repeat(99) + "…");
    }

    @Test
    @DisplayName("keeps the first 2,000 spans of a timeline, and says how many there were")
    void manySpans() {
        List<Span> spans = LongStream.range(0, 10_000)
                .mapToObj(i -> Fixtures.request("/" + i, i, i, i + 1))
                .toList();

        ReportedTimeline reported =
                ReportedTimeline.of(new Picture("", new Timeline(spans, Fixtures.SECOND), Optional.empty()));

        assertThat(reported.spanCount()).isEqualTo(10_000);
        assertThat(reported.spans()).hasSize(2_000);
        assertThat(reported.spans().getLast().label()).isEqualTo("/1999");
    }

    @Test
    @DisplayName("cuts a message that a submission made very long")
    void longMessages() {
        ExerciseResult result = Fixtures.with(
                Fixtures.FETCH_ALL,
                List.of(Fixtures.failed(
                        Fixtures.FETCH_ALL.checks().getFirst(), Diagnosis.WRONG_VALUES, "x".repeat(1_000_000))));

        assertThat(ReportedExercise.of(result).checks().getFirst().message()).contains("x".repeat(3_999) + "…");
    }

    private static Span by(long item, long threadId, String name, ThreadIdentity.Kind kind) {
        return new Span(
                "/" + item,
                item,
                Span.Activity.WAITING,
                new ThreadIdentity(threadId, name, kind),
                0,
                Fixtures.SECOND,
                Span.Ending.COMPLETED);
    }
}
