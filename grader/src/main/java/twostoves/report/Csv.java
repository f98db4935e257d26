package twostoves.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rows of a table as spreadsheets read them: RFC 4180, in UTF-8, every text in quotes, and nothing at all for an empty one.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Csv {

    /** Also in their wide forms, which some spreadsheets take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\n＝＋－＠";

    private Csv() {}

    /**
     * Writes one row.
     *
     * @param cells numbers, which stay as they are, and texts; those from submissions may hold anything
     * @return the row with its line end
     */
    public static String row(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (cell instanceof Number || cell.equals("")) {
            return cell.toString();
        }
        String text = VisibleText.of(cell.toString());
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
