package twostoves.report;

import java.util.List;
import java.util.function.UnaryOperator;
import twostoves.grading.ExerciseResult.Status;
import twostoves.pages.MisconceptionPages;

/**
 * Writes a report for people at a terminal: a line for each exercise, what is wrong and what to do, and the sum.
 *
 * <p>Of a few failed exercises all are told in full, of many only the first. No line is wider than the style allows.
 * Texts from the submission are escaped, so that they cannot steer the terminal.
 */
public final class ConsoleBoard {

    private static final int MOST_IN_FULL = 3;

    private final MisconceptionPages pages;
    private final ConsoleStyle style;

    /**
     * Creates a board.
     *
     * @param pages what is written about each diagnosis
     * @param style how the board looks
     */
    public ConsoleBoard(MisconceptionPages pages, ConsoleStyle style) {
        this.pages = pages;
        this.style = style;
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the board, every line of it ended by a line feed
     */
    public String render(Report report) {
        ConsolePage page = new ConsolePage(style);
        page.line(0, "Two Stoves " + page.glyphs().separator + " " + report.submission(), page.ink()::bold);
        page.blank();
        new BoardTable(report, page).write();
        failures(report, page);
        report.exercises().stream()
                .flatMap(exercise -> exercise.speedUp().stream())
                .forEach(new BoardSpeedUp(page)::write);
        new BoardNotes(report, page).write();
        page.blank();
        summary(report, page);
        return page.text();
    }

    /**
     * Writes what came of exercises for somebody who is at work on them: no sum of points, and no commands to type.
     *
     * @param report the report
     * @return the verdict, every line of it ended by a line feed
     */
    public String verdict(Report report) {
        ConsolePage page = new ConsolePage(style);
        new BoardTable(report, page).write();
        report.exercises().stream()
                .filter(exercise -> exercise.status() == Status.FAILED || exercise.status() == Status.BROKEN)
                .forEach(exercise -> new BoardFailure(report, exercise, pages, page).writeVerdict());
        report.exercises().stream()
                .filter(exercise -> exercise.status() == Status.SOLVED)
                .flatMap(exercise -> exercise.checks().stream())
                .flatMap(check -> check.timeline().stream())
                .findFirst()
                .ifPresent(timeline -> new BoardTimeline(timeline, page).write());
        report.exercises().stream()
                .flatMap(exercise -> exercise.speedUp().stream())
                .forEach(new BoardSpeedUp(page)::write);
        new BoardNotes(report, page).write();
        return page.text();
    }

    private void failures(Report report, ConsolePage page) {
        List<ReportedExercise> failed = report.exercises().stream()
                .filter(exercise -> exercise.status() == Status.FAILED || exercise.status() == Status.BROKEN)
                .toList();
        boolean few = failed.size() <= MOST_IN_FULL;
        failed.stream()
                .limit(few ? MOST_IN_FULL : 1)
                .forEach(exercise -> new BoardFailure(report, exercise, pages, page).write());
        if (!few) {
            page.blank();
            page.paragraph(0, failed.size() - 1 + " more failed; " + style.command() + " check ID tells about one.");
        }
    }

    private static void summary(Report report, ConsolePage page) {
        long solved = report.count(Status.SOLVED);
        int asked = report.exercises().size();
        String exercises = solved + " of " + asked + (asked == 1 ? " exercise" : " exercises") + " solved";
        String points = report.score() + " of " + report.maxScore() + " points";
        page.line(0, exercises + " " + page.glyphs().separator + " " + points, page.ink()::bold);
        if (asked > 0 && solved == asked) {
            page.line(0, "Well cooked!", page.ink()::green);
        } else if (report.count(Status.FAILED) + report.count(Status.BROKEN) == 0) {
            next(report, page);
        }
    }

    /** Where something failed, mending it is what comes next, and that has been told. */
    private static void next(Report report, ConsolePage page) {
        report.exercises().stream()
                .filter(exercise -> exercise.status() == Status.UNSOLVED)
                .findFirst()
                .ifPresent(exercise -> next(exercise, page));
    }

    private static void next(ReportedExercise exercise, ConsolePage page) {
        String next = "Next: " + exercise.id();
        String whole = next + " " + page.glyphs().separator + " " + page.style().path(exercise.file());
        if (page.fits(0, whole)) {
            page.line(0, whole, UnaryOperator.identity());
        } else {
            page.line(0, next, UnaryOperator.identity());
            page.place(2, exercise.file(), exercise.line());
        }
    }
}
