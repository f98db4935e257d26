package twostoves.classroom;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import twostoves.grading.Exercise;
import twostoves.report.AtomicFile;
import twostoves.report.Csv;
import twostoves.report.VisibleText;

/**
 * Which submissions of a class are alike. That is a reason to look at them side by side and proves nothing: the exercises
 * are short, and there are only so many ways to write a good answer.
 *
 * @param pairs those that have enough in common, most alike first
 * @param notCompared the names of those that could not be compared, sorted
 */
public record SimilarSubmissions(List<Pair> pairs, List<String> notCompared) {

    /** Files that this writes. */
    public static final List<String> FILES = List.of("similar.csv", "similar.html");

    /** Less is what any two solutions of an exercise have in common. */
    private static final double LEAST = 0.5;

    /**
     * Two submissions that are alike.
     *
     * @param first the name of one
     * @param second the name of the other, later in the order of names
     * @param percent how much of the two is in common, without what both were given
     * @param tokens how many tokens of the language are in common
     */
    public record Pair(String first, String second, BigDecimal percent, int tokens) {

        static Pair of(String one, String other, double similarity, int tokens) {
            BigDecimal percent = ClassRecord.percent(Math.round(similarity * 10_000), 10_000);
            return one.compareTo(other) < 0
                    ? new Pair(one, other, percent, tokens)
                    : new Pair(other, one, percent, tokens);
        }
    }

    /** Creates a result; copies what it is given. */
    public SimilarSubmissions {
        pairs = List.copyOf(pairs);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * Compares all submissions of a class with each other.
     *
     * @param folder the class
     * @param exercises what is compared of them; what belongs to other exercises is left out
     * @param libraries a directory with JPlag and what it needs
     * @return what is alike
     * @throws IOException if files cannot be read or written, or if JPlag fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static SimilarSubmissions in(ClassFolder folder, List<Exercise> exercises, Path libraries)
            throws IOException, InterruptedException {
        try (JPlagRun run = new JPlagRun(libraries)) {
            run.give(exercises);
            for (String name : folder.names()) {
                run.add(name, folder, exercises);
            }
            return run.compare();
        }
    }

    static SimilarSubmissions of(List<Pair> all, List<String> notCompared) {
        Comparator<Pair> order = Comparator.comparing(Pair::percent)
                .thenComparing(Pair::tokens)
                .reversed()
                .thenComparing(Pair::first)
                .thenComparing(Pair::second);
        BigDecimal least = ClassRecord.percent(Math.round(LEAST * 10_000), 10_000);
        return new SimilarSubmissions(
                all.stream()
                        .filter(pair -> pair.percent().compareTo(least) >= 0)
                        .sorted(order)
                        .toList(),
                notCompared.stream().sorted().toList());
    }

    /**
     * Writes {@link #FILES}: a row for each pair.
     *
     * @param out where to; made if it is not there
     * @throws IOException if they cannot be written
     */
    public void write(Path out) throws IOException {
        AtomicFile.replace(out.resolve("similar.csv"), csv());
        AtomicFile.replace(out.resolve("similar.html"), html());
    }

    /**
     * Tells in a line what was found.
     *
     * @return the line
     */
    public String summary() {
        String alike = pairs.isEmpty()
                ? "No two submissions are alike"
                : Plural.of(pairs.size(), "pair") + " of submissions with half or more in common, most alike "
                        + VisibleText.inOneLine(pairs.getFirst().first()) + " and "
                        + VisibleText.inOneLine(pairs.getFirst().second()) + " ("
                        + pairs.getFirst().percent().toPlainString() + " %)";
        return alike + (notCompared.isEmpty() ? "." : "; " + notCompared.size() + " could not be compared.");
    }

    private String csv() {
        return pairs.stream()
                .map(pair -> Csv.row(pair.first(), pair.second(), pair.percent(), pair.tokens()))
                .collect(Collectors.joining("", Csv.row("first", "second", "percent", "tokens"), ""));
    }

    private String html() {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>Similar submissions</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; }
                th, td { border-bottom: 1px solid #8884; padding: .3rem .7rem; text-align: left; }
                .number { text-align: right; font-variant-numeric: tabular-nums; }
                </style>
                </head>
                <body>
                <h1>Similar submissions</h1>
                <p>Found by JPlag, without what everybody was given. Short exercises have few good answers: look at both
                before you conclude anything. The fewer tokens are in common, the less it says.</p>
                <table>
                <tr><th>Submission</th><th>and</th><th class="number">%</th><th class="number">Tokens</th></tr>
                """);
        for (Pair pair : pairs) {
            html.append("<tr><td>")
                    .append(ClassView.escaped(pair.first()))
                    .append("</td><td>")
                    .append(ClassView.escaped(pair.second()))
                    .append("</td><td class=\"number\">")
                    .append(pair.percent().toPlainString())
                    .append("</td><td class=\"number\">")
                    .append(pair.tokens())
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
        if (!notCompared.isEmpty()) {
            html.append("<p>Not compared, since they cannot be parsed or hold next to nothing: ")
                    .append(notCompared.stream().map(ClassView::escaped).collect(Collectors.joining(", ")))
                    .append("</p>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }
}
