package twostoves.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import twostoves.report.ConsoleStyle;

/**
 * Where the command line writes.
 *
 * @param out for what was asked for
 * @param err for what went wrong
 * @param style the colours and characters that are shown there
 */
record Terminal(PrintStream out, PrintStream err, ConsoleStyle style) {

    private static final int WIDEST = 100;

    /** Colours only for a person at a terminal who does not mind them; see no-color.org. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean coloured = System.console() != null
                && System.console().isTerminal()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean unicode = System.out.charset().equals(StandardCharsets.UTF_8);
        ConsoleStyle style =
                ConsoleStyle.PLAIN.withColours(coloured).withUnicode(unicode).withWidth(width(environment));
        return new Terminal(System.out, System.err, style);
    }

    /** Shells tell the width to their children only if asked to. */
    private static int width(Map<String, String> environment) {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            return Math.clamp(columns, 40, WIDEST);
        } catch (NumberFormatException unknown) {
            return ConsoleStyle.PLAIN.width();
        }
    }

    /** Writes a line of the grader's own text. */
    void line(String text) {
        out.println(shown(text));
    }

    /** Writes a line about what went wrong. */
    void complain(String text) {
        err.println(shown(text));
    }

    String bold(String text) {
        return style.coloured() ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String shown(String text) {
        return style.unicode() ? text : inAscii(text);
    }

    private static String inAscii(String text) {
        return text.replace("…", "...")
                .replaceAll("[–—]", "-")
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"")
                .replace("→", "->")
                .replace("×", "x")
                .replaceAll("[·•]", "|")
                .replaceAll("[█▓▒░]", "#")
                .replaceAll("[^\\p{ASCII}]", "?");
    }
}
