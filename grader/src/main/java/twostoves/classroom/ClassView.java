package twostoves.classroom;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import twostoves.grading.Diagnosis;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.pages.MisconceptionPages;
import twostoves.report.Markup;
import twostoves.report.ReportedExercise;
import twostoves.report.VisibleText;

/**
 * The class at a glance, in one page of HTML: what is misunderstood most, how far each exercise has come, who stands where.
 *
 * <p>The page needs nothing from elsewhere, and runs no script. Whatever comes from a submission is escaped.
 */
final class ClassView {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --solved: #2a7a3b; --failed: #b3341f; --dim: #8888; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            h2 { margin-top: 2.5rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; }
            th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top; }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .bar { background: var(--dim); display: inline-block; height: .7rem; }
            .bar.solved { background: var(--solved); }
            .bar.failed { background: var(--failed); }
            .solved { color: var(--solved); }
            .failed, .broken, .error { color: var(--failed); }
            .bar { color: inherit; }
            small { display: block; opacity: .75; }
            """;

    private static final int BAR = 200;

    private final ClassRecord record;
    private final StringBuilder html = new StringBuilder();

    private ClassView(ClassRecord record) {
        this.record = record;
    }

    static String html(ClassRecord record) {
        return new ClassView(record).page();
    }

    private String page() {
        String title = escaped(record.assignment().title());
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                // a second wall behind the escaping
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(title)
                .append(": the class</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(title)
                .append("</h1>\n");
        Summary.of(record)
                .lines()
                .forEach(line -> html.append("<p>").append(escaped(line)).append("</p>\n"));
        misconceptions();
        exercises();
        submissions();
        return html.append("</body>\n</html>\n").toString();
    }

    private void misconceptions() {
        List<Misconception> found = Misconception.of(record.results());
        html.append("<h2>What is misunderstood most</h2>\n");
        if (found.isEmpty()) {
            html.append("<p>Nothing that has a name.</p>\n");
            return;
        }
        html.append("<p>Each is counted once for a submission. The name is what \"kata explain\" takes.</p>\n")
                .append("<div class=\"wide\"><table>\n<tr><th>Misconception</th>")
                .append("<th class=\"number\">Submissions</th><th></th><th>In</th></tr>\n");
        MisconceptionPages pages = MisconceptionPages.load();
        int most = found.getFirst().submissions().size();
        for (Misconception misconception : found) {
            int count = misconception.submissions().size();
            html.append("<tr><td><code>")
                    .append(misconception.diagnosis().id())
                    .append("</code><small>")
                    .append(escaped(pages.of(misconception.diagnosis()).title()))
                    .append("</small></td><td class=\"number\">")
                    .append(count)
                    .append("</td><td>")
                    .append(bar("failed", BAR * count / most))
                    .append("</td><td>")
                    .append(String.join(", ", misconception.exercises()))
                    .append("</td></tr>\n");
        }
        html.append("</table></div>\n");
    }

    private void exercises() {
        html.append("<h2>How far each exercise has come</h2>\n<div class=\"wide\"><table>\n<tr><th>Exercise</th>")
                .append("<th class=\"number\">Weight</th><th class=\"number\">Solved</th>")
                .append("<th class=\"number\">Tried</th><th class=\"number\">Not begun</th><th></th></tr>\n");
        for (Exercise exercise : record.assignment().exercises()) {
            long solved = count(exercise, ExerciseResult.Status.SOLVED);
            long unsolved = count(exercise, ExerciseResult.Status.UNSOLVED);
            long judged = record.results().stream()
                    .flatMap(result -> result.exercise(exercise.id()).stream())
                    .count();
            long all = Math.max(1, judged);
            html.append("<tr><td>")
                    .append(exercise.id())
                    .append("</td>")
                    .append(number(record.assignment().weights().of(exercise.id())))
                    .append(number(solved))
                    .append(number(judged - solved - unsolved))
                    .append(number(unsolved))
                    .append("<td>")
                    .append(bar("solved", BAR * solved / all))
                    .append(bar("failed", BAR * (judged - solved - unsolved) / all))
                    .append(bar("", BAR * unsolved / all))
                    .append("</td></tr>\n");
        }
        html.append("</table></div>\n");
    }

    private long count(Exercise exercise, ExerciseResult.Status status) {
        return record.results().stream()
                .flatMap(result -> result.exercise(exercise.id()).stream())
                .filter(reported -> reported.status() == status)
                .count();
    }

    private void submissions() {
        List<Exercise> exercises = record.assignment().exercises();
        html.append("<h2>Submissions</h2>\n<div class=\"wide\"><table>\n<tr><th>Submission</th>")
                .append("<th class=\"number\">Score</th><th class=\"number\">%</th>");
        exercises.forEach(exercise -> html.append("<th>").append(exercise.id()).append("</th>"));
        html.append("</tr>\n");
        for (ClassResult result : record.results()) {
            html.append("<tr><td>").append(escaped(result.submission())).append("</td>");
            html.append(number(score(result)))
                    .append(number(record.percent(result)
                            .map(BigDecimal::toPlainString)
                            .orElse("")));
            if (result.report().isEmpty()) {
                html.append("<td class=\"error\" colspan=\"")
                        .append(exercises.size())
                        .append("\">")
                        .append(escaped(result.problem()))
                        .append("</td>");
            } else {
                exercises.forEach(exercise -> html.append(cell(result.exercise(exercise.id()))));
            }
            html.append("</tr>\n");
        }
        html.append("</table></div>\n");
    }

    private String score(ClassResult result) {
        return record.score(result).isEmpty()
                ? ""
                : record.score(result).getAsInt() + " of " + record.assignment().maxScore();
    }

    private static String cell(Optional<ReportedExercise> reported) {
        return reported.map(exercise -> "<td class=\"" + exercise.status().id() + "\">" + exercise.score() + " of "
                        + exercise.maxScore()
                        + exercise.diagnosis()
                                .map(Diagnosis::id)
                                .map(id -> "<small>" + id + "</small>")
                                .orElse("")
                        + "</td>")
                .orElse("<td></td>");
    }

    private static String number(Object number) {
        return "<td class=\"number\">" + number + "</td>";
    }

    private static String bar(String kind, long width) {
        return width == 0 ? "" : "<span class=\"bar " + kind + "\" style=\"width: " + width + "px\"></span>";
    }

    /** Fit for the text of an element, and for an attribute in quotation marks; in one line. */
    static String escaped(String text) {
        return Markup.escaped(VisibleText.inOneLine(text));
    }
}
