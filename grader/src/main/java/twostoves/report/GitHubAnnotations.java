package twostoves.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult.Status;

/**
 * Writes what failed as workflow commands, which GitHub Actions shows on the learner's lines once a step prints them.
 *
 * <p>At most ten, since GitHub shows no more for each step: first what does not compile, then the first failure of each
 * exercise, then the others; in each of these what has a line first, and then by number.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
final class GitHubAnnotations {

    /** Where a repository keeps the module that learners write in; places are told relative to it. */
    private static final String MODULE = "exercises/";

    private static final int MOST = 10;

    /** GitHub cuts after 4,096 characters; what is longer than this nobody reads beside a line. */
    private static final int LONGEST = 1_000;

    private GitHubAnnotations() {}

    private record Annotation(int rank, int number, String file, OptionalInt line, String title, String message) {

        private static final Comparator<Annotation> BY_IMPORTANCE = Comparator.comparingInt(Annotation::rank)
                .thenComparing(annotation -> annotation.line().isEmpty())
                .thenComparingInt(Annotation::number);

        private String command() {
            String lineProperty = line.isPresent() ? ",line=" + line.getAsInt() : "";
            return "::error file=" + property(MODULE + file) + lineProperty + ",title=" + property(title) + "::"
                    + data(message) + "\n";
        }
    }

    static String of(Report report) {
        return report.exercises().stream()
                .flatMap(GitHubAnnotations::annotations)
                .sorted(Annotation.BY_IMPORTANCE)
                .limit(MOST)
                .map(Annotation::command)
                .collect(Collectors.joining());
    }

    private static Stream<Annotation> annotations(ReportedExercise exercise) {
        if (exercise.status() == Status.BROKEN) {
            return Stream.of(new Annotation(
                    0,
                    exercise.number(),
                    exercise.file(),
                    exercise.line(),
                    title(exercise, exercise.diagnosis()),
                    exercise.message().orElse("")));
        }
        List<ReportedCheck> failed =
                exercise.checksThat(CheckResult.Status.FAILED).toList();
        return failed.stream()
                .map(check -> new Annotation(
                        check == failed.getFirst() ? 1 : 2,
                        exercise.number(),
                        check.file().orElse(exercise.file()),
                        check.line(),
                        title(exercise, check.diagnosis()),
                        check.title() + ": " + new Verdict(exercise, check).explanation(LONGEST)));
    }

    private static String title(ReportedExercise exercise, Optional<Diagnosis> diagnosis) {
        return exercise.id() + diagnosis.map(name -> ": " + name.id()).orElse("");
    }

    private static String data(String text) {
        return Excerpt.cut(VisibleText.of(text), LONGEST)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
