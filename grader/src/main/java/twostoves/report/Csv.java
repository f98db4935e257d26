package twostoves.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rows of a table as spreadsheets read them: RFC 4180, in UTF-8, every text in quotes.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class Csv {

    /** Also in their wide forms, which some spreadsheets take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\n＝＋－＠";

    private Csv() {}

    /** Writes one row: numbers as they are, all else in quotes. */
    static String row(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object cell) {
        if (cell instanceof Number) {
            return cell.toString();
        }
        String text = VisibleText.of(cell.toString());
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
