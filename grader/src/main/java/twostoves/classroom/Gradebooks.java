package twostoves.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.report.Csv;
import twostoves.report.Report;
import twostoves.report.ReportedExercise;

/** The marks of a class in the forms that spreadsheets and learning platforms read. */
final class Gradebooks {

    private static final String POINTS_POSSIBLE = "    Points Possible";

    private Gradebooks() {}

    /** Our own: what each submission has earned in each exercise, and why not all. */
    static String own(ClassRecord record) {
        List<Exercise> exercises = record.assignment().exercises();
        List<Object> header =
                new ArrayList<>(List.of("submission", "outcome", "score", "max_score", "percent", "note"));
        for (Exercise exercise : exercises) {
            header.add(exercise.id());
            header.add(exercise.id() + " status");
            header.add(exercise.id() + " diagnosis");
        }
        return table(header, record, result -> ownRow(record, result));
    }

    private static List<Object> ownRow(ClassRecord record, ClassResult result) {
        List<Object> row = new ArrayList<>(List.of(
                result.submission(),
                result.outcome().id(),
                score(record, result),
                record.assignment().maxScore(),
                percent(record, result),
                result.problem()));
        for (Exercise exercise : record.assignment().exercises()) {
            Optional<ReportedExercise> reported = result.exercise(exercise.id());
            row.add(reported.<Object>map(ReportedExercise::score).orElse(""));
            row.add(reported.map(found -> found.status().id()).orElse(""));
            row.add(reported.flatMap(ReportedExercise::diagnosis)
                    .map(Diagnosis::id)
                    .orElse(""));
        }
        return row;
    }

    private static String table(List<Object> header, ClassRecord record, Function<ClassResult, List<Object>> rowOf) {
        return record.results().stream()
                .map(result -> Csv.row(rowOf.apply(result).toArray()))
                .collect(Collectors.joining("", Csv.row(header.toArray()), ""));
    }

    /**
     * For Canvas, which finds the student by ID, by the SIS ids or, if there are none, by the name.
     *
     * @see <a href="https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb">its importer</a>
     */
    static String canvas(ClassRecord record) {
        String title = record.assignment().title();
        String header = Csv.row("Student", "ID", "SIS User ID", "SIS Login ID", "Section", title)
                + Csv.row(POINTS_POSSIBLE, "", "", "", "", record.assignment().maxScore());
        return record.results().stream()
                .map(result -> Csv.row(result.submission(), "", "", result.submission(), "", score(record, result)))
                .collect(Collectors.joining("", header, ""));
    }

    /**
     * For Moodle: per cent, since it refuses a number above the highest grade of the item, which is 100 unless set.
     *
     * @see <a href="https://github.com/moodle/moodle/blob/main/grade/import/csv/classes/load_data.php">its importer</a>
     */
    static String moodle(ClassRecord record) {
        String title = record.assignment().title();
        return table(
                List.of("Username", title, title + " feedback"),
                record,
                result -> List.of(result.submission(), percent(record, result), feedback(record, result)));
    }

    private static String feedback(ClassRecord record, ClassResult result) {
        return record.weighted(result).map(Gradebooks::feedback).orElseGet(() -> result.problem());
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

    /** A number, or nothing. */
    private static Object score(ClassRecord record, ClassResult result) {
        OptionalInt score = record.score(result);
        return score.isEmpty() ? "" : score.getAsInt();
    }

    /** A number, or nothing. */
    private static Object percent(ClassRecord record, ClassResult result) {
        return record.percent(result).<Object>map(Function.identity()).orElse("");
    }
}
