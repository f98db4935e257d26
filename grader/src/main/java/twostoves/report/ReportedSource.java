package twostoves.report;

import java.util.List;

/**
 * Some lines of the learner's code around the one to blame, as reported.
 *
 * @param firstLine the number of the first of them, from 1
 * @param lines the lines, cut where they are very long
 */
public record ReportedSource(int firstLine, List<String> lines) {

    private static final int CONTEXT = 4;
    private static final int LONGEST_LINE = 200;

    /** Creates an excerpt; copies what it is given. */
    public ReportedSource {
        lines = List.copyOf(lines);
    }

    /**
     * Cuts out the lines around one.
     *
     * @param text a whole file, without line ends
     * @param line the number of the line in the middle, from 1; must be in the file
     */
    static ReportedSource around(List<String> text, int line) {
        int from = Math.max(1, line - CONTEXT);
        int to = Math.min(text.size(), line + CONTEXT);
        return new ReportedSource(
                from,
                text.subList(from - 1, to).stream()
                        .map(each -> Excerpt.cut(each, LONGEST_LINE))
                        .toList());
    }
}
