package twostoves.console;

import twostoves.report.ConsoleStyle;

/**
 * How the grader's own words look at a terminal: bold or dim where there are colours, and in ASCII where there is no more.
 *
 * @param style the colours and characters that are shown
 */
public record Type(ConsoleStyle style) {

    /**
     * Makes a text stand out.
     *
     * @param text the text, without line ends
     * @return the text in bold
     */
    public String bold(String text) {
        return inked("1", text);
    }

    /**
     * Makes a text stand back.
     *
     * @param text the text, without line ends
     * @return the text, dim
     */
    public String dim(String text) {
        return inked("2", text);
    }

    /**
     * Marks a text as good.
     *
     * @param text the text, without line ends
     * @return the text in green
     */
    public String green(String text) {
        return inked("32", text);
    }

    /**
     * Marks a text as bad.
     *
     * @param text the text, without line ends
     * @return the text in red
     */
    public String red(String text) {
        return inked("31", text);
    }

    private String inked(String code, String text) {
        return style.coloured() && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /**
     * Writes a text in the characters of the terminal.
     *
     * @param text words of the grader's own
     * @return the text, in ASCII if the style has no more
     */
    public String shown(String text) {
        return style.unicode() ? text : inAscii(text);
    }

    private static String inAscii(String text) {
        return text.replace("…", "...")
                .replaceAll("[–—]", "-")
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"")
                .replace("→", "->")
                .replace("×", "x")
                .replace("✓", "+")
                .replace("✗", "x")
                .replaceAll("[·•]", "|")
                .replaceAll("[█▓▒░]", "#")
                .replaceAll("[^\\p{ASCII}]", "?");
    }
}
