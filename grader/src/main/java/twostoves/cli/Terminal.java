package twostoves.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import twostoves.console.Type;
import twostoves.report.ConsoleStyle;

/**
 * Where the command line reads and writes.
 *
 * @param in where somebody may answer
 * @param out for what was asked for
 * @param err for what went wrong
 * @param style the colours and characters that are shown there
 * @param takesKeys whether a person is there who can press single keys
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, ConsoleStyle style, boolean takesKeys) {

    private static final int WIDEST = 100;

    /** Colours only for a person at a terminal who does not mind them; see no-color.org. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean person = System.console() != null
                && System.console().isTerminal()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean coloured = person && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean unicode = System.out.charset().equals(StandardCharsets.UTF_8);
        ConsoleStyle style =
                ConsoleStyle.PLAIN.withColours(coloured).withUnicode(unicode).withWidth(width(environment));
        return new Terminal(System.in, System.out, System.err, style, person);
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

    /** How words look here. */
    Type type() {
        return new Type(style);
    }

    private String shown(String text) {
        return type().shown(text);
    }
}
