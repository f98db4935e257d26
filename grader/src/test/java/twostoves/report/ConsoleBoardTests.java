package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Place;
import twostoves.grading.SpeedUp;
import twostoves.grading.Track;
import twostoves.pages.MisconceptionPages;

@DisplayName("The board at the console")
class ConsoleBoardTests {

    @Test
    @DisplayName("tells a failure with its name, what happened, the line, the timeline and the next step")
    void failure() {
        assertThat(board(Fixtures.report(
                        Fixtures.submitThenWait(),
                        Fixtures.unsolved(Fixtures.SPLIT_RANGE),
                        Fixtures.solved(Fixtures.SUM_OF_SQUARES))))
                .isEqualTo("""
                    Two Stoves · exercises

                      ✗ fetch-all         7/10   submit-then-wait
                      · split-range       0/10   not begun
                      ✓ sum-of-squares   10/10

                    fetch-all: Each task starts only after the one before it has returned.

                      ✗ has everything in flight together
                      Request 2 starts only after request 1 has returned: 3 requests of 3 s take
                      9 s.
                      exercises/src/main/java/twostoves/concurrency/FetchAll.java:21

                      3 requests of 3 s each
                                      0     1     2     3     4     5     6     7     8     9 s
                      /api/users      ██████████████████
                      /api/posts                        ██████████████████
                      /api/comments                                       ██████████████████
                      yours 9 s       ├────────────────────────────────────────────────────┤
                      expected 3 s    ├────────────────┤

                      ./kata hint fetch-all
                      ./kata explain submit-then-wait

                    1 of 3 exercises solved · 17 of 30 points
                    """);
    }

    @Test
    @DisplayName("shows what more workers gain on this machine, as advice")
    void speedUp() {
        ExerciseResult solved = Fixtures.solved(Fixtures.SUM_OF_SQUARES);
        SpeedUp measured = new SpeedUp(Optional.of(new SpeedUp.Figures(2, 5, 1.94, 1.87, 2.0, 2.0)), Optional.empty());

        assertThat(board(Fixtures.report(solved.withSpeedUp(measured)))).isEqualTo("""
                Two Stoves · exercises

                  ✓ sum-of-squares   10/10

                On your machine (advice, no mark)
                  With 2 workers your code was 1.9 times as fast as with one: 1.9 to 2.0 times
                  in 5 pairs of runs. As you divided the work, 2.0 times would be the most.

                1 of 1 exercise solved · 10 of 10 points
                Well cooked!
                """);
    }

    @Test
    @DisplayName("says why nothing was measured on this machine")
    void speedUpNotMeasured() {
        ExerciseResult solved = Fixtures.solved(Fixtures.SUM_OF_SQUARES);
        SpeedUp nothing = new SpeedUp(Optional.empty(), Optional.of("this machine has one processor"));

        assertThat(board(Fixtures.report(solved.withSpeedUp(nothing)))).contains("""
                On your machine (advice, no mark)
                  Not measured: this machine has one processor.
                """);
    }

    @Test
    @DisplayName("needs nothing but ASCII and 60 columns")
    void asciiAndNarrow() {
        assertThat(board(
                        ConsoleStyle.PLAIN.withUnicode(false).withWidth(60),
                        Fixtures.report(Fixtures.submitThenWait())))
                .isEqualTo("""
                    Two Stoves | exercises

                      x fetch-all   7/10   submit-then-wait

                    fetch-all: Each task starts only after the one before it has
                    returned.

                      x has everything in flight together
                      Request 2 starts only after request 1 has returned: 3
                      requests of 3 s take 9 s.
                      FetchAll.java:21

                      3 requests of 3 s each
                                      0   1   2   3   4   5   6   7   8   9 s
                      /api/users      ############
                      /api/posts                  ############
                      /api/comments                           ############
                      yours 9 s       |----------------------------------|
                      expected 3 s    |----------|

                      ./kata hint fetch-all
                      ./kata explain submit-then-wait

                    0 of 1 exercise solved | 7 of 10 points
                    """);
    }

    @Test
    @DisplayName("is coloured only where asked for, and reads the same without the colours")
    void colours() {
        Report report = Fixtures.report(
                Fixtures.submitThenWait(),
                Fixtures.unsolved(Fixtures.SPLIT_RANGE),
                Fixtures.solved(Fixtures.SUM_OF_SQUARES));
        String coloured = board(ConsoleStyle.PLAIN.withColours(true), report);

        assertThat(coloured)
                .contains("  \u001b[31m✗\u001b[0m fetch-all         7/10   submit-then-wait\n")
                .contains("  \u001b[2m·\u001b[0m \u001b[2msplit-range       0/10   not begun\u001b[0m\n")
                .contains("  \u001b[32m✓\u001b[0m sum-of-squares   10/10\n")
                .contains("  \u001b[36m./kata hint fetch-all\u001b[0m\n");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(board(report));
        assertThat(board(report)).doesNotContain("\u001b");
    }

    @Test
    @DisplayName("suggests the first exercise that is not begun")
    void nothingBegun() {
        assertThat(board(Fixtures.report(
                        Fixtures.solved(Fixtures.FETCH_ALL),
                        Fixtures.unsolved(Fixtures.SPLIT_RANGE),
                        Fixtures.unsolved(Fixtures.SUM_OF_SQUARES))))
                .isEqualTo("""
                    Two Stoves · exercises

                      ✓ fetch-all        10/10
                      · split-range       0/10   not begun
                      · sum-of-squares    0/10   not begun

                    1 of 3 exercises solved · 10 of 30 points
                    Next: split-range
                      exercises/src/main/java/twostoves/parallelism/SplitRange.java
                    """);
    }

    @Test
    @DisplayName("praises when all is solved")
    void allSolved() {
        assertThat(board(Fixtures.report(Fixtures.solved(Fixtures.FETCH_ALL), Fixtures.solved(Fixtures.SPLIT_RANGE))))
                .isEqualTo("""
                    Two Stoves · exercises

                      ✓ fetch-all     10/10
                      ✓ split-range   10/10

                    2 of 2 exercises solved · 20 of 20 points
                    Well cooked!
                    """);
    }

    @Test
    @DisplayName("says what was not measured, and that it costs nothing")
    void notMeasured() {
        Exercise.CheckSpec check = Fixtures.FETCH_ALL.checks().get(1);
        CheckResult result = Fixtures.result(
                check,
                CheckResult.Status.NOT_MEASURED,
                3,
                "The machine was too busy to see your threads come to rest.");

        assertThat(board(Fixtures.report(Fixtures.with(Fixtures.FETCH_ALL, List.of(result)))))
                .isEqualTo("""
                    Two Stoves · exercises

                      ✓ fetch-all   10/10   1 check not measured

                    fetch-all: has everything in flight together (not measured, full points)
                      The machine was too busy to see your threads come to rest.

                    1 of 1 exercise solved · 10 of 10 points
                    Well cooked!
                    """);
    }

    @Test
    @DisplayName("tells what was measured once and not again, and that it costs nothing")
    void deviations() {
        Session session = new Session(
                "exercises",
                Instant.EPOCH,
                Duration.ZERO,
                4711,
                4,
                List.of("fetch-all makespan: That took 4 s instead of 3 s."));
        Report report = Report.of(session, List.of(Fixtures.solved(Fixtures.FETCH_ALL)), List.of(Fixtures.FETCH_ALL));

        assertThat(board(report)).isEqualTo("""
            Two Stoves · exercises

              ✓ fetch-all   10/10

            measured once and not again: a defect of the grader, which costs you nothing
              fetch-all makespan: That took 4 s instead of 3 s.

            1 of 1 exercise solved · 10 of 10 points
            Well cooked!
            """);
    }

    @Test
    @DisplayName("says where the grader failed")
    void errors() {
        CheckResult error = CheckResult.error(Fixtures.FETCH_ALL.checks().get(2), new IllegalStateException("oops"));
        ExerciseResult failed = Fixtures.with(Fixtures.FETCH_ALL, List.of(error));
        Report report = Report.of(Fixtures.SESSION, List.of(failed), List.of(Fixtures.FETCH_ALL, Fixtures.SPLIT_RANGE));

        assertThat(board(report)).isEqualTo("""
            Two Stoves · exercises

              ! fetch-all     10/10   the grader failed
              ! split-range    0/10   the grader failed

            fetch-all: leaves nothing running (the grader failed)
              The grader failed here, which costs you nothing:
              java.lang.IllegalStateException: oops

            split-range: the grader failed
              The grader has no verdict on this exercise.

            0 of 2 exercises solved · 10 of 20 points
            """);
    }

    @Test
    @DisplayName("shows the compiler's message and the line of what does not compile")
    void broken() {
        ExerciseResult broken = ExerciseResult.whole(
                Fixtures.FETCH_ALL,
                ExerciseResult.Status.BROKEN,
                Diagnosis.DOES_NOT_COMPILE,
                "incompatible types: String cannot be converted to List<String>",
                Optional.of(new Place(Fixtures.FETCH_ALL.sourceFile(), 17)));

        assertThat(board(Fixtures.report(broken))).isEqualTo("""
            Two Stoves · exercises

              ✗ fetch-all   0/10   does-not-compile

            fetch-all: The code does not compile.

              incompatible types: String cannot be converted to List<String>
              exercises/src/main/java/twostoves/concurrency/FetchAll.java:17

              ./kata explain does-not-compile

            0 of 1 exercise solved · 0 of 10 points
            """);
    }

    @Test
    @DisplayName("counts what failed beside the first check, and what was not reached")
    void otherChecks() {
        List<Exercise.CheckSpec> checks = Fixtures.FETCH_ALL.checks();
        ExerciseResult result = Fixtures.with(
                Fixtures.FETCH_ALL,
                List.of(
                        Fixtures.failed(checks.get(0), Diagnosis.WRONG_VALUES, "For [a, b] you returned [b, a]."),
                        CheckResult.notReached(checks.get(1), "needs the right answers"),
                        Fixtures.failed(checks.get(2), Diagnosis.EXECUTOR_NOT_CLOSED, "2 threads."),
                        Fixtures.failed(checks.get(3), Diagnosis.INTERRUPT_SWALLOWED, "No flag.")));

        assertThat(board(Fixtures.report(result))).isEqualTo("""
            Two Stoves · exercises

              ✗ fetch-all   0/10   wrong-values

            fetch-all: The answer is not the one the contract asks for.

              ✗ returns the right answers
              For [a, b] you returned [b, a].
              seed of the inputs: 4711

              Also failed: leaves nothing running; does not lose an interrupt.
              Not reached: 1 check.

              ./kata hint fetch-all
              ./kata explain wrong-values

            0 of 1 exercise solved · 0 of 10 points
            """);
    }

    @Test
    @DisplayName("tells of many failures only the first in full")
    void manyFailures() {
        Report report = Fixtures.report(IntStream.rangeClosed(1, 28)
                .mapToObj(i -> Fixtures.exercise("exercise-" + i, i, Track.SHARING, "Exercise" + i))
                .map(exercise -> Fixtures.with(
                        exercise,
                        List.of(Fixtures.failed(exercise.checks().getFirst(), Diagnosis.WRONG_VALUES, "Wrong."))))
                .toArray(ExerciseResult[]::new));

        assertThat(board(report).lines())
                .hasSize(43)
                .contains(
                        "  ✗ exercise-28   6/10   wrong-values",
                        "exercise-1: The answer is not the one the contract asks for.",
                        "27 more failed; ./kata check ID tells about one.")
                .noneMatch(line -> line.startsWith("exercise-2:"));
    }

    @Test
    @DisplayName("points to files from where the reader is, and never breaks a path")
    void paths() {
        Report report = Fixtures.report(Fixtures.submitThenWait());

        assertThat(board(ConsoleStyle.PLAIN.withModule(""), report).lines())
                .contains("  src/main/java/twostoves/concurrency/FetchAll.java:21");
        assertThat(board(ConsoleStyle.PLAIN.withModule("/home/student/a/long/way/down"), report)
                        .lines())
                .contains("  FetchAll.java:21");
    }

    @Test
    @DisplayName("names the command that it was given")
    void command() {
        assertThat(board(
                                ConsoleStyle.PLAIN.withCommand("java -jar grader/target/kata.jar"),
                                Fixtures.report(Fixtures.submitThenWait()))
                        .lines())
                .contains("  java -jar grader/target/kata.jar hint fetch-all");
    }

    @Test
    @DisplayName("escapes what a submission could do to a terminal, keeps the lines of a message, and wraps")
    void foreignText() {
        Exercise.CheckSpec check = Fixtures.FETCH_ALL.checks().getFirst();
        ExerciseResult result = Fixtures.with(
                Fixtures.FETCH_ALL,
                List.of(Fixtures.failed(
                        check,
                        Diagnosis.DEADLOCK,
                        "Nobody goes on:\n"
                                + "  \"\u001b[31m\u202emain\u0007\" waits for a latch that is to be counted down by"
                                + " somebody else\n"
                                + "  \"" + "x".repeat(90) + "\"")));

        assertThat(board(Fixtures.report(result))).contains("""
              Nobody goes on:
                "\\u001b[31m\\u202emain\\u0007" waits for a latch that is to be counted down by
                somebody else
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxxxxxxxxxxxx"
            """);
    }

    @Test
    @DisplayName("is never wider than its style allows")
    void width() {
        Report report = Fixtures.report(
                Fixtures.submitThenWait(),
                Fixtures.unsolved(Fixtures.SPLIT_RANGE),
                Fixtures.solved(Fixtures.SUM_OF_SQUARES));

        assertThat(IntStream.rangeClosed(40, 120)).allSatisfy(width -> {
            String board = board(ConsoleStyle.PLAIN.withWidth(width), report);
            assertThat(board.lines()).allMatch(line -> line.length() <= width);
        });
    }

    private static String board(Report report) {
        return board(ConsoleStyle.PLAIN, report);
    }

    private static String board(ConsoleStyle style, Report report) {
        return new ConsoleBoard(MisconceptionPages.load(), style).render(report);
    }
}
