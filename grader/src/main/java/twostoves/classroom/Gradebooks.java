package twostoves.classroom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.report.Report;
import twostoves.report.ReportedExercise;

/** The marks of a class in the forms that spreadsheets and learning platforms read. */
final class Gradebooks {

    private static final String POINTS_POSSIBLE = "    Points Possible";

    private Gradebooks() {}

    /** Our own: what each submission has earned in each exercise, and why not all. */
    static String own(ClassRecord record) {
        List<Exercise> exercises = record.assignment().exercises();
        List<String> header =
                new ArrayList<>(List.of("submission", "outcome", "score", "max_score", "percent", "note"));
        for (Exercise exercise : exercises) {
            header.add(exercise.id());
            header.add(exercise.id() + " status");
            header.add(exercise.id() + " diagnosis");
        }
        Csv csv = new Csv().row(header);
        record.results().forEach(result -> csv.row(ownRow(record, result)));
        return csv.toString();
    }

    private static List<String> ownRow(ClassRecord record, ClassResult result) {
        List<String> row = new ArrayList<>(List.of(
                Csv.text(result.submission()),
                result.outcome().id(),
                score(record, result),
                String.valueOf(record.assignment().maxScore()),
                percent(record, result),
                Csv.text(result.problem())));
        for (Exercise exercise : record.assignment().exercises()) {
            Optional<ReportedExercise> reported = result.exercise(exercise.id());
            row.add(reported.map(found -> String.valueOf(found.score())).orElse(""));
            row.add(reported.map(found -> found.status().id()).orElse(""));
            row.add(reported.flatMap(ReportedExercise::diagnosis)
                    .map(Diagnosis::id)
                    .orElse(""));
        }
        return row;
    }

    /**
     * For Canvas, which finds the student by ID, by the SIS ids or, if there are none, by the name.
     *
     * @see <a href="https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb">its importer</a>
     */
    static String canvas(ClassRecord record) {
        Csv csv = new Csv()
                .row(List.of(
                        "Student",
                        "ID",
                        "SIS User ID",
                        "SIS Login ID",
                        "Section",
                        Csv.text(record.assignment().title())))
                .row(List.of(
                        POINTS_POSSIBLE,
                        "",
                        "",
                        "",
                        "",
                        String.valueOf(record.assignment().maxScore())));
        for (ClassResult result : record.results()) {
            String name = Csv.text(result.submission());
            csv.row(List.of(name, "", "", name, "", score(record, result)));
        }
        return csv.toString();
    }

    /**
     * For Moodle: per cent, since it refuses a number above the highest grade of the item, which is 100 unless set.
     *
     * @see <a href="https://github.com/moodle/moodle/blob/main/grade/import/csv/classes/load_data.php">its importer</a>
     */
    static String moodle(ClassRecord record) {
        String title = Csv.text(record.assignment().title());
        Csv csv = new Csv().row(List.of("Username", title, title + " feedback"));
        for (ClassResult result : record.results()) {
            csv.row(List.of(Csv.text(result.submission()), percent(record, result), feedback(record, result)));
        }
        return csv.toString();
    }

    private static String feedback(ClassRecord record, ClassResult result) {
        return record.weighted(result).map(Gradebooks::feedback).orElseGet(() -> Csv.text(result.problem()));
    }

    private static String feedback(Report report) {
        return report.exercises().stream()
                .map(exercise -> exercise.id() + " " + report.weightedScore(exercise) + " of "
                        + report.weightedMaxScore(exercise) + reason(exercise))
                .collect(Collectors.joining("; "));
    }

    private static String reason(ReportedExercise exercise) {
        return exercise.diagnosis()
                .map(diagnosis -> " (" + diagnosis.id() + ")")
                .orElse("");
    }

    private static String score(ClassRecord record, ClassResult result) {
        OptionalInt score = record.score(result);
        return score.isEmpty() ? "" : String.valueOf(score.getAsInt());
    }

    private static String percent(ClassRecord record, ClassResult result) {
        return record.percent(result).map(BigDecimal::toPlainString).orElse("");
    }
}
