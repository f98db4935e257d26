package twostoves.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult;

/**
 * Writes a report as Gradescope reads it from an autograder.
 *
 * <p>All that a submission can influence is written as plain text, which Gradescope shows as it is.
 *
 * @see <a href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">Autograder specifications</a>
 */
final class GradescopeResults {

    private static final String PLAIN = "text";
    private static final String VISIBLE = "visible";
    private static final int WIDTH = 80;
    private static final int LONGEST = 4_000;

    private GradescopeResults() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Results(
            int score,
            BigDecimal executionTime,
            String output,
            String outputFormat,
            String testOutputFormat,
            String testNameFormat,
            String visibility,
            String stdoutVisibility,
            Map<String, Object> extraData,
            List<Test> tests,
            List<Rank> leaderboard) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Test(
            int score,
            int maxScore,
            String status,
            String name,
            String number,
            String output,
            List<String> tags,
            String visibility) {}

    private record Rank(String name, long value) {}

    static String of(Report report) {
        return PlatformJson.of(new Results(
                report.score(),
                BigDecimal.valueOf(report.durationMs(), 3),
                summary(report),
                PLAIN,
                PLAIN,
                PLAIN,
                VISIBLE,
                // what the grader prints is for the teacher; the student has it in the tests
                "hidden",
                Map.of("seed", report.seed(), "grader", report.graderVersion()),
                report.exercises().stream().flatMap(GradescopeResults::tests).toList(),
                List.of(
                        new Rank("Points", report.score()),
                        new Rank("Exercises solved", report.count(ExerciseResult.Status.SOLVED)))));
    }

    private static String summary(Report report) {
        return report.count(ExerciseResult.Status.SOLVED) + " of "
                + report.exercises().size() + " exercises solved, " + report.score() + " of " + report.maxScore()
                + " points.\nA check that says \"Next: ./kata hint …\" names a command to type in your own copy.";
    }

    private static Stream<Test> tests(ReportedExercise exercise) {
        List<Verdict> verdicts = Verdict.of(exercise);
        return IntStream.range(0, verdicts.size())
                .mapToObj(i -> test(verdicts.get(i), exercise.number() + "." + (i + 1)));
    }

    private static Test test(Verdict verdict, String number) {
        ReportedCheck check = verdict.check();
        return new Test(
                check.points(),
                check.maxPoints(),
                verdict.passed() ? "passed" : "failed",
                verdict.title(),
                number,
                output(verdict),
                check.diagnosis().map(Diagnosis::id).map(List::of).orElse(List.of()),
                VISIBLE);
    }

    private static String output(Verdict verdict) {
        String explanation = verdict.explanation(LONGEST);
        if (verdict.check().status() != CheckResult.Status.FAILED) {
            return explanation;
        }
        return verdict.check()
                .timeline()
                .map(timeline -> explanation + "\n\n" + String.join("\n", new TextTimeline(WIDTH, true).draw(timeline)))
                .orElse(explanation);
    }
}
