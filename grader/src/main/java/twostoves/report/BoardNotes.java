package twostoves.report;

import java.util.List;
import java.util.stream.Stream;
import twostoves.grading.CheckResult;
import twostoves.grading.ExerciseResult.Status;

/** The part of a board that tells what the grader could not tell. */
final class BoardNotes {

    private static final int MOST = 3;

    private final Report report;
    private final ConsolePage page;

    BoardNotes(Report report, ConsolePage page) {
        this.report = report;
        this.page = page;
    }

    private record Note(String head, String text) {}

    void write() {
        List<Note> notes = Stream.concat(
                        report.exercises().stream().flatMap(BoardNotes::notes),
                        report.deviations().stream().map(BoardNotes::deviation))
                .toList();
        notes.stream().limit(MOST).forEach(note -> {
            page.blank();
            page.paragraph(0, note.head(), page.ink()::yellow);
            page.paragraph(2, note.text());
        });
        if (notes.size() > MOST) {
            page.blank();
            page.line(0, notes.size() - MOST + " more like this are in the report.", page.ink()::yellow);
        }
    }

    private static Note deviation(String what) {
        return new Note("measured once and not again: a defect of the grader, which costs you nothing", what);
    }

    private static Stream<Note> notes(ReportedExercise exercise) {
        Stream<Note> whole = exercise.status() == Status.ERROR
                ? exercise.message().stream().map(message -> new Note(exercise.id() + ": the grader failed", message))
                : Stream.empty();
        Stream<Note> single = exercise.checks().stream()
                .flatMap(check -> what(check.status())
                        .map(what -> new Note(
                                exercise.id() + ": " + check.title() + " (" + what + ")",
                                check.message().orElse(""))));
        return Stream.concat(whole, single);
    }

    private static Stream<String> what(CheckResult.Status status) {
        return switch (status) {
            case NOT_MEASURED -> Stream.of("not measured, full points");
            case ERROR -> Stream.of("the grader failed");
            case PASSED, FAILED, NOT_REACHED -> Stream.empty();
        };
    }
}
