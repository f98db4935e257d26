package twostoves.report;

import java.util.regex.Pattern;

/**
 * Text that comes from elsewhere, made fit for a file: its lines stay, and whatever else would steer a program that shows
 * it is spelled out, such as <code>&#92;u001b</code>.
 */
final class VisibleText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern BLANKS = Pattern.compile("[ \t\n]+");

    private VisibleText() {}

    /** Keeps line feeds and tabs. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        LINE_END.matcher(text).replaceAll("\n").codePoints().forEach(codePoint -> append(codePoint, visible));
        return visible.toString();
    }

    /** Joins the lines with blanks. */
    static String inOneLine(String text) {
        return BLANKS.matcher(of(text)).replaceAll(" ").strip();
    }

    private static void append(int codePoint, StringBuilder to) {
        if (codePoint != '\n' && codePoint != '\t' && TerminalText.isUnsafe(codePoint)) {
            TerminalText.appendNumber(codePoint, to);
        } else {
            to.appendCodePoint(codePoint);
        }
    }
}
