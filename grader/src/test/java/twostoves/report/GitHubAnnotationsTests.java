package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Place;
import twostoves.grading.Track;

@DisplayName("Annotations of GitHub Actions")
class GitHubAnnotationsTests {

    @Test
    @DisplayName("stand on the learner's line, with the name of the mistake and what to do next")
    void failure() {
        assertThat(GitHubAnnotations.of(Fixtures.report(
                        Fixtures.solved(Fixtures.SPLIT_RANGE),
                        Fixtures.submitThenWait(),
                        Fixtures.unsolved(Fixtures.SUM_OF_SQUARES))))
                .isEqualTo("::error file=exercises/src/main/java/twostoves/concurrency/FetchAll.java,line=21,"
                        + "title=fetch-all%3A submit-then-wait::has everything in flight together: Request 2 starts only"
                        + " after request 1 has returned: 3 requests of 3 s take 9 s.%0AFetchAll.java:21%0A"
                        + "Next: ./kata hint fetch-all, ./kata explain submit-then-wait\n");
    }

    @Test
    @DisplayName("are none where nothing failed")
    void none() {
        assertThat(GitHubAnnotations.of(
                        Fixtures.report(Fixtures.solved(Fixtures.FETCH_ALL), Fixtures.unsolved(Fixtures.SPLIT_RANGE))))
                .isEmpty();
    }

    @Test
    @DisplayName("are ten at most: what does not compile, then the first failure of each exercise, then the others")
    void mostImportantFirst() {
        List<ExerciseResult> results = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> twoFailures(
                        Fixtures.exercise("exercise-" + number, number, Track.CONCURRENCY, "Exercise" + number)))
                .toList();
        ExerciseResult broken = ExerciseResult.whole(
                Fixtures.SPLIT_RANGE,
                ExerciseResult.Status.BROKEN,
                Diagnosis.DOES_NOT_COMPILE,
                "';' expected",
                Optional.of(new Place(Fixtures.SPLIT_RANGE.sourceFile(), 7)));
        ExerciseResult[] all =
                Stream.concat(results.stream(), Stream.of(broken)).toArray(ExerciseResult[]::new);

        assertThat(GitHubAnnotations.of(Fixtures.report(all))
                        .lines()
                        .map(line -> line.replaceAll(".*title=([^:]*)::([^:]*).*", "$1 $2")))
                .containsExactly(
                        "split-range%3A does-not-compile ';' expected",
                        "exercise-1%3A sequential has everything in flight together",
                        "exercise-2%3A sequential has everything in flight together",
                        "exercise-3%3A sequential has everything in flight together",
                        "exercise-4%3A sequential has everything in flight together",
                        "exercise-5%3A sequential has everything in flight together",
                        "exercise-6%3A sequential has everything in flight together",
                        "exercise-7%3A sequential has everything in flight together",
                        "exercise-1%3A threads-left-running leaves nothing running",
                        "exercise-2%3A threads-left-running leaves nothing running");
    }

    private static ExerciseResult twoFailures(Exercise exercise) {
        return Fixtures.with(
                exercise,
                List.of(
                        Fixtures.failed(exercise.checks().get(1), Diagnosis.SEQUENTIAL, "one by one"),
                        Fixtures.failed(exercise.checks().get(2), Diagnosis.THREADS_LEFT_RUNNING, "1 thread")));
    }

    @Test
    @DisplayName("are commands of the grader alone, whatever the submission says")
    void hostile() {
        String commands = GitHubAnnotations.of(Hostile.report());

        assertThat(commands.lines()).hasSize(5).allSatisfy(line -> {
            assertThat(line).startsWith("::error file=exercises/src/main/java/");
            assertThat(line).doesNotContainPattern("\\p{Cntrl}");
            // a per cent sign that is none of our own escapes would be one of the submission's
            assertThat(line.replaceAll("%(25|0A|3A|2C)", "")).doesNotContain("%");
        });
        assertThat(commands)
                .contains("file=exercises/src/main/java/twostoves/parallelism/a%2Cb%3Ac%0A%3A%3Ax.java,line=3,");
        assertThat(GitHubAnnotations.of(Hostile.large()).lines())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(4_096));
    }
}
