package twostoves.report;

import java.util.List;
import java.util.Optional;
import twostoves.grading.CheckResult;
import twostoves.grading.ExerciseResult.Status;
import twostoves.grading.Kind;
import twostoves.pages.MisconceptionPages;

/** The part of a board that tells what is wrong with one exercise, and what to do about it. */
final class BoardFailure {

    private static final int INDENT = 2;

    private final Report report;
    private final ReportedExercise exercise;
    private final Optional<ReportedCheck> primary;
    private final MisconceptionPages pages;
    private final ConsolePage page;

    BoardFailure(Report report, ReportedExercise exercise, MisconceptionPages pages, ConsolePage page) {
        this.report = report;
        this.exercise = exercise;
        this.primary = exercise.checksThat(CheckResult.Status.FAILED).findFirst();
        this.pages = pages;
        this.page = page;
    }

    void write() {
        writeVerdict();
        page.blank();
        nextSteps();
    }

    /** Without the commands to type. */
    void writeVerdict() {
        page.blank();
        page.paragraph(0, exercise.id() + ": " + title(), page.ink()::bold);
        page.blank();
        primary.ifPresentOrElse(this::evidence, this::evidence);
        rest();
    }

    private String title() {
        return exercise.diagnosis()
                .map(diagnosis -> pages.of(diagnosis).title())
                .orElse(exercise.status().id());
    }

    private void evidence(ReportedCheck check) {
        page.marked(INDENT, page.ink().red(page.glyphs().failed), check.title(), page.ink()::dim);
        check.message().ifPresent(message -> page.paragraph(INDENT, message));
        check.file().ifPresent(file -> page.place(INDENT, file, check.line()));
        if (check.kind() == Kind.VALUES) {
            page.line(INDENT, "seed of the inputs: " + report.seed(), page.ink()::dim);
        }
        check.timeline().ifPresent(timeline -> new BoardTimeline(timeline, page).write());
    }

    private void evidence() {
        exercise.message().ifPresent(message -> page.paragraph(INDENT, message));
        page.place(INDENT, exercise.file(), exercise.line());
    }

    /** Says what else there is, so that nobody takes the first failure for the only one. */
    private void rest() {
        if (primary.isEmpty()) {
            return;
        }
        List<String> failed = exercise.checksThat(CheckResult.Status.FAILED)
                .skip(1)
                .map(ReportedCheck::title)
                .toList();
        long notReached = exercise.checksThat(CheckResult.Status.NOT_REACHED).count();
        if (!failed.isEmpty() || notReached > 0) {
            page.blank();
        }
        if (!failed.isEmpty()) {
            page.paragraph(INDENT, "Also failed: " + String.join("; ", failed) + ".", page.ink()::dim);
        }
        if (notReached > 0) {
            String checks = notReached == 1 ? " check" : " checks";
            page.line(INDENT, "Not reached: " + notReached + checks + ".", page.ink()::dim);
        }
    }

    private void nextSteps() {
        // before the code compiles, a hint on concurrency is no help
        if (exercise.status() != Status.BROKEN) {
            step("hint " + exercise.id());
        }
        exercise.diagnosis().ifPresent(diagnosis -> step("explain " + diagnosis.id()));
    }

    private void step(String command) {
        page.line(INDENT, page.style().command() + " " + command, page.ink()::cyan);
    }
}
