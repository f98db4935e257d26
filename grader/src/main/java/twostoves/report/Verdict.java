package twostoves.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.Kind;

/**
 * One check as platforms see it, which know tests and no exercises.
 *
 * @param exercise the exercise that the check belongs to
 * @param check what came of the check
 */
record Verdict(ReportedExercise exercise, ReportedCheck check) {

    /** Lists all checks, in order; an exercise without any has one that says so, so that its points are not left out. */
    static List<Verdict> of(Report report) {
        return report.exercises().stream()
                .flatMap(exercise -> of(exercise).stream())
                .toList();
    }

    static List<Verdict> of(ReportedExercise exercise) {
        List<ReportedCheck> checks = exercise.checks().isEmpty() ? List.of(missing(exercise)) : exercise.checks();
        return checks.stream().map(check -> new Verdict(exercise, check)).toList();
    }

    private static ReportedCheck missing(ReportedExercise exercise) {
        return new ReportedCheck(
                "verdict",
                "is judged",
                Kind.VALUES,
                CheckResult.Status.ERROR,
                exercise.score(),
                exercise.maxScore(),
                exercise.message(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Names the check so that no other has the same name, and so that it keeps it as long as the exercise does. */
    String id() {
        return exercise.id() + "/" + check.id();
    }

    /** Names the check for people. */
    String title() {
        return exercise.id() + ": " + check.title();
    }

    /** Tells whether the check costs the learner nothing. */
    boolean passed() {
        return check.points() == check.maxPoints()
                && check.status() != CheckResult.Status.FAILED
                && check.status() != CheckResult.Status.NOT_REACHED;
    }

    /**
     * Tells what happened, where, and what to do next, in lines of visible text.
     *
     * @param longest how many UTF-16 units what happened may have
     * @return the lines; empty for a check that passed
     */
    String explanation(int longest) {
        StringBuilder text = new StringBuilder(prefix());
        check.message().ifPresent(message -> text.append(Excerpt.cut(VisibleText.of(message), longest)));
        place().ifPresent(place -> text.append('\n').append(place));
        diagnosis()
                .ifPresent(diagnosis -> text.append("\nNext: ./kata hint ")
                        .append(exercise.id())
                        .append(", ./kata explain ")
                        .append(diagnosis.id()));
        return text.toString().strip();
    }

    private String prefix() {
        return switch (check.status()) {
            case NOT_REACHED -> "Not reached. ";
            case NOT_MEASURED -> "Not measured, full points. ";
            case PASSED, FAILED, ERROR -> "";
        };
    }

    /** The file by its simple name, which is what a class can be found by. */
    private Optional<String> place() {
        return check.file().map(file -> {
            String name = VisibleText.inOneLine(file.substring(file.lastIndexOf('/') + 1));
            return check.line().isPresent() ? name + ":" + check.line().getAsInt() : name;
        });
    }

    private Optional<Diagnosis> diagnosis() {
        return check.diagnosis();
    }
}
