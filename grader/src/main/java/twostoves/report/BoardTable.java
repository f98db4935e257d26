package twostoves.report;

import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult.Status;

/** The part of a board with a line for each exercise. */
final class BoardTable {

    private final Report report;
    private final ConsolePage page;

    BoardTable(Report report, ConsolePage page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        int idWidth = widest(exercise -> exercise.id().length());
        int scoreWidth = widest(exercise -> score(exercise).length());
        for (ReportedExercise exercise : report.exercises()) {
            String id = TerminalText.padded(exercise.id(), idWidth);
            String score = " ".repeat(scoreWidth - score(exercise).length()) + score(exercise);
            boolean begun = exercise.status() != Status.UNSOLVED;
            page.marked(
                    2,
                    mark(exercise),
                    id + "   " + score + "   " + remark(exercise),
                    begun ? UnaryOperator.identity() : page.ink()::dim);
        }
    }

    private int widest(ToIntFunction<ReportedExercise> width) {
        return report.exercises().stream().mapToInt(width).max().orElse(0);
    }

    private static String score(ReportedExercise exercise) {
        return exercise.score() + "/" + exercise.maxScore();
    }

    private String mark(ReportedExercise exercise) {
        return switch (exercise.status()) {
            case SOLVED -> page.ink().green(page.glyphs().solved);
            case FAILED, BROKEN -> page.ink().red(page.glyphs().failed);
            case UNSOLVED -> page.ink().dim(page.glyphs().unsolved);
            case ERROR -> page.ink().yellow(page.glyphs().error);
        };
    }

    private static String remark(ReportedExercise exercise) {
        return switch (exercise.status()) {
            case SOLVED -> notMeasured(exercise);
            case FAILED, BROKEN ->
                exercise.diagnosis().map(Diagnosis::id).orElse(exercise.status().id());
            case UNSOLVED -> "not begun";
            case ERROR -> "the grader failed";
        };
    }

    private static String notMeasured(ReportedExercise exercise) {
        long count = exercise.checksThat(CheckResult.Status.NOT_MEASURED).count();
        return count == 0 ? "" : count + (count == 1 ? " check" : " checks") + " not measured";
    }
}
