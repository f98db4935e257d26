package twostoves.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import twostoves.grading.CheckResult;
import twostoves.grading.ExerciseResult.Status;

/**
 * Writes a report as Exercism reads it from a test runner, version 3 of its interface.
 *
 * @see <a href="https://exercism.org/docs/building/tooling/test-runners/interface">The interface of test runners</a>
 */
final class ExercismResults {

    private static final int VERSION = 3;

    /** Exercism allows 500 characters. */
    private static final int WIDTH = 60;

    private static final int LONGEST_OUTPUT = 500;
    private static final int LONGEST = 2_000;

    private ExercismResults() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Results(int version, String status, Optional<String> message, List<Test> tests) {}

    private record Test(String name, String status, Optional<String> message, Optional<String> output) {}

    static String of(Report report) {
        List<Verdict> verdicts = Verdict.of(report);
        List<ReportedExercise> broken = report.exercises().stream()
                .filter(exercise -> exercise.status() == Status.BROKEN)
                .toList();
        if (!broken.isEmpty()) {
            return PlatformJson.of(new Results(VERSION, "error", Optional.of(messages(broken)), List.of()));
        }
        String status = verdicts.stream().allMatch(Verdict::passed) ? "pass" : "fail";
        return PlatformJson.of(new Results(
                VERSION,
                status,
                Optional.empty(),
                verdicts.stream().map(ExercismResults::test).toList()));
    }

    private static String messages(List<ReportedExercise> broken) {
        String messages = broken.stream()
                .map(exercise -> exercise.file()
                        + (exercise.line().isPresent() ? ":" + exercise.line().getAsInt() : "")
                        + ": " + exercise.message().orElse("does not compile"))
                .collect(Collectors.joining("\n"));
        return Excerpt.cut(VisibleText.of(messages), LONGEST);
    }

    private static Test test(Verdict verdict) {
        if (verdict.passed()) {
            return new Test(verdict.title(), "pass", Optional.empty(), Optional.empty());
        }
        String status = verdict.check().status() == CheckResult.Status.ERROR ? "error" : "fail";
        return new Test(verdict.title(), status, Optional.of(verdict.explanation(LONGEST)), output(verdict));
    }

    private static Optional<String> output(Verdict verdict) {
        return verdict.check()
                .timeline()
                .map(timeline -> String.join("\n", new TextTimeline(WIDTH, true).draw(timeline)))
                .filter(drawing -> drawing.length() <= LONGEST_OUTPUT);
    }
}
