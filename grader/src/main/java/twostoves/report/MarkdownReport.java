package twostoves.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import twostoves.grading.CheckResult;
import twostoves.grading.Diagnosis;
import twostoves.grading.ExerciseResult.Status;
import twostoves.grading.Kind;
import twostoves.pages.MisconceptionPages;

/**
 * Writes a report in GitHub's Markdown: the score, a line for each exercise, and of each that failed what is wrong, where,
 * a Gantt chart with the same in a table, and what to do next.
 *
 * <p>What does not fit is left out, the last exercises first, and said so.
 */
final class MarkdownReport {

    /** GitHub takes 1 MiB for each step and drops all of it if there is more. */
    private static final int STEP_SUMMARY = 900_000;

    /** GitHub takes 125,000 characters for the notes of a release. */
    private static final int RELEASE_NOTES = 100_000;

    private static final int ROOM_FOR_LAST_WORDS = 1_000;

    private final Report report;
    private final MisconceptionPages pages;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Report report, MisconceptionPages pages) {
        this.report = report;
        this.pages = pages;
    }

    /** Writes what the summary of a step in GitHub Actions may hold. */
    static String forStepSummary(Report report) {
        return of(report, MisconceptionPages.load(), STEP_SUMMARY);
    }

    /** Writes what the notes of a release on GitHub may hold. */
    static String forRelease(Report report) {
        return of(report, MisconceptionPages.load(), RELEASE_NOTES);
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param pages what is written about each diagnosis
     * @param mostBytes how many bytes of UTF-8 the text may have
     */
    static String of(Report report, MisconceptionPages pages, int mostBytes) {
        return new MarkdownReport(report, pages).write(mostBytes);
    }

    private String write(int mostBytes) {
        text.append("## ").append(Markdown.text("Two Stoves: " + points(report.score(), report.maxScore())));
        text.append("\n\n").append(solved()).append("\n\n");
        table();
        int room = mostBytes - bytes(text) - ROOM_FOR_LAST_WORDS;
        int leftOut = 0;
        for (String section : sections()) {
            room -= bytes(section);
            if (room >= 0 && leftOut == 0) {
                text.append('\n').append(section);
            } else {
                leftOut++;
            }
        }
        if (leftOut > 0) {
            text.append("\nThere is no room for ").append(leftOut).append(" more; all of it is in `report.json`.\n");
        }
        return text.toString();
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private static String points(int score, int maxScore) {
        return score + " of " + maxScore + " points";
    }

    private String solved() {
        long solved = report.count(Status.SOLVED);
        int asked = report.exercises().size();
        return solved + " of " + asked + (asked == 1 ? " exercise" : " exercises") + " solved.";
    }

    private void table() {
        text.append("| | exercise | points | |\n|---|---|--:|---|\n");
        for (ReportedExercise exercise : report.exercises()) {
            text.append("| ").append(mark(exercise.status()));
            text.append(" | ").append(exercise.number()).append(". ").append(Markdown.text(exercise.title()));
            text.append(" | ").append(exercise.score()).append('/').append(exercise.maxScore());
            text.append(" | ").append(remark(exercise)).append(" |\n");
        }
    }

    private static String mark(Status status) {
        return switch (status) {
            case SOLVED -> "✅";
            case FAILED, BROKEN -> "❌";
            case UNSOLVED -> "⬜";
            case ERROR -> "⚠️";
        };
    }

    private static String remark(ReportedExercise exercise) {
        return switch (exercise.status()) {
            case SOLVED -> notMeasured(exercise);
            case FAILED, BROKEN ->
                "`"
                        + exercise.diagnosis()
                                .map(Diagnosis::id)
                                .orElse(exercise.status().id()) + "`";
            case UNSOLVED -> "not begun";
            case ERROR -> "the grader failed";
        };
    }

    private static String notMeasured(ReportedExercise exercise) {
        long count = exercise.checksThat(CheckResult.Status.NOT_MEASURED).count();
        return count == 0 ? "solved" : "solved, " + count + (count == 1 ? " check" : " checks") + " not measured";
    }

    private List<String> sections() {
        return report.exercises().stream()
                .filter(exercise -> exercise.status() != Status.SOLVED && exercise.status() != Status.UNSOLVED)
                .map(this::section)
                .toList();
    }

    private String section(ReportedExercise exercise) {
        List<String> parts = new ArrayList<>();
        parts.add("### " + exercise.number() + ". " + Markdown.text(exercise.title()) + ": " + title(exercise));
        Optional<ReportedCheck> primary =
                exercise.checksThat(CheckResult.Status.FAILED).findFirst();
        primary.ifPresentOrElse(check -> evidence(check, parts), () -> evidence(exercise, parts));
        rest(exercise, parts);
        parts.add(next(exercise));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String title(ReportedExercise exercise) {
        if (exercise.status() == Status.ERROR) {
            return "the grader failed";
        }
        return exercise.diagnosis()
                .map(diagnosis -> pages.of(diagnosis).title())
                .orElse(exercise.status().id());
    }

    private void evidence(ReportedCheck check, List<String> parts) {
        parts.add("**" + Markdown.text(check.title()) + "**: " + check.points() + " of " + check.maxPoints());
        check.message().map(Markdown::lines).ifPresent(parts::add);
        check.file().ifPresent(file -> parts.add(place(file, check.line().orElse(0))));
        if (check.kind() == Kind.VALUES) {
            parts.add("Seed of the inputs: " + report.seed());
        }
        check.timeline().ifPresent(timeline -> {
            parts.add(Markdown.block("mermaid", MermaidGantt.of(timeline)));
            parts.add("<details><summary>The same as a table</summary>");
            parts.add(String.join("\n", TimelineTable.of(timeline)));
            parts.add("</details>");
        });
    }

    private static void evidence(ReportedExercise exercise, List<String> parts) {
        exercise.message().map(Markdown::lines).ifPresent(parts::add);
        exercise.checksThat(CheckResult.Status.ERROR)
                .forEach(check -> parts.add("**" + Markdown.text(check.title()) + "**\n\n"
                        + Markdown.lines(check.message().orElse(""))));
        parts.add(place(exercise.file(), exercise.line().orElse(0)));
    }

    private static String place(String file, int line) {
        return Markdown.text(line > 0 ? file + ":" + line : file);
    }

    private static void rest(ReportedExercise exercise, List<String> parts) {
        String failed = exercise.checksThat(CheckResult.Status.FAILED)
                .skip(1)
                .map(check -> Markdown.text(check.title()))
                .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            parts.add("Also failed: " + failed + ".");
        }
        long notReached = exercise.checksThat(CheckResult.Status.NOT_REACHED).count();
        if (notReached > 0 && exercise.status() == Status.FAILED) {
            parts.add("Not reached: " + notReached + (notReached == 1 ? " check." : " checks."));
        }
    }

    private static String next(ReportedExercise exercise) {
        if (exercise.status() == Status.ERROR) {
            return "";
        }
        // before the code compiles, a hint on concurrency is no help
        String hint = exercise.status() == Status.BROKEN ? "" : "`./kata hint " + exercise.id() + "`";
        String explain = exercise.diagnosis()
                .map(diagnosis -> "`./kata explain " + diagnosis.id() + "`")
                .orElse("");
        return "Next: " + hint + (hint.isEmpty() || explain.isEmpty() ? "" : " or ") + explain;
    }
}
