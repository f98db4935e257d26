package twostoves.classroom;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values, as RFC 4180 and spreadsheets have them. */
final class Csv {

    /** What spreadsheets take for a formula, and would compute. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

    private final StringBuilder text = new StringBuilder();

    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String quoted(String cell) {
        return SPECIAL.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /**
     * Disarms a text that comes from a submission: in a spreadsheet it stays a text.
     *
     * @return the text in one line, after an apostrophe if it looks like a formula
     */
    static String text(String text) {
        String line = Shown.inOneLine(text);
        return FORMULA.matcher(text).find() ? "'" + line : line;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
