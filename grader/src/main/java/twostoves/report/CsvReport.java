package twostoves.report;

import java.util.OptionalInt;
import twostoves.grading.Diagnosis;

/** Writes a report as a table with a row for each check. */
final class CsvReport {

    private static final int LONGEST = 1_000;

    private CsvReport() {}

    static String of(Report report) {
        StringBuilder table = new StringBuilder(Csv.row(
                "submission",
                "number",
                "exercise",
                "track",
                "exercise status",
                "check",
                "title",
                "kind",
                "status",
                "points",
                "max points",
                "diagnosis",
                "file",
                "line",
                "message"));
        Verdict.of(report).forEach(verdict -> table.append(row(report, verdict)));
        return table.toString();
    }

    private static String row(Report report, Verdict verdict) {
        ReportedExercise exercise = verdict.exercise();
        ReportedCheck check = verdict.check();
        return Csv.row(
                report.submission(),
                exercise.number(),
                exercise.id(),
                exercise.track().id(),
                exercise.status().id(),
                check.id(),
                check.title(),
                check.kind().id(),
                check.status().id(),
                check.points(),
                check.maxPoints(),
                check.diagnosis().map(Diagnosis::id).orElse(""),
                check.file().orElse(""),
                number(check.line()),
                Excerpt.cut(check.message().orElse(""), LONGEST));
    }

    private static Object number(OptionalInt number) {
        return number.isPresent() ? (Object) number.getAsInt() : "";
    }
}
