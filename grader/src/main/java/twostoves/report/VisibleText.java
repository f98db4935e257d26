package twostoves.report;

import java.util.regex.Pattern;

/**
 * Text that comes from elsewhere, made fit for a file: its lines stay, and whatever else would steer a program that shows
 * it is spelled out, such as <code>&#92;u001b</code>.
 */
public final class VisibleText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern BLANKS = Pattern.compile("[ \t\n]+");

    private VisibleText() {}

    /**
     * Makes a text visible that may have several lines.
     *
     * @param text any text
     * @return the text with its line feeds and tabs, and nothing else that steers
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        LINE_END.matcher(text).replaceAll("\n").codePoints().forEach(codePoint -> append(codePoint, visible));
        return visible.toString();
    }

    /**
     * Makes a text visible in one line.
     *
     * @param text any text
     * @return its lines, joined by blanks
     */
    public static String inOneLine(String text) {
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
