package twostoves.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * GitHub's Markdown around text that comes from elsewhere: such text shows as it is, and becomes no markup, no HTML, no
 * link, no mention of a person and no reference to an issue.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class Markdown {

    /** Joins what it stands between, unseen: enough for GitHub not to find a link or a name there. */
    private static final char WORD_JOINER = '\u2060';

    private static final Pattern LINK =
            Pattern.compile("(?<=:)(?=//)|(?<=www)(?=\\.)|(?<=[@#])(?=\\w)|(?<=GH)(?=-\\d)");
    private static final Pattern LIST = Pattern.compile("\\A(\\d+)(?=[.)])");
    private static final Pattern LINE_START = Pattern.compile("\\A(?=[-+=#])");
    private static final Pattern LAID_OUT = Pattern.compile("^[ \t]|\\S(?: {2}|\t)", Pattern.MULTILINE);
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final int LEAST_BACKTICKS = 3;

    private Markdown() {}

    /** Shows a text in one line, in a paragraph or in a cell of a table. */
    static String text(String text) {
        String line = LINK.matcher(VisibleText.inOneLine(text)).replaceAll(String.valueOf(WORD_JOINER));
        StringBuilder escaped = new StringBuilder(line.length());
        line.chars().forEach(character -> escape((char) character, escaped));
        String marked = LINE_START.matcher(escaped).replaceFirst("\\\\");
        return LIST.matcher(marked).replaceFirst("$1\\\\");
    }

    private static void escape(char character, StringBuilder to) {
        switch (character) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '\\', '`', '*', '_', '[', ']', '|', '~', '$' -> to.append('\\').append(character);
            default -> to.append(character);
        }
    }

    /** Shows a text of one or more lines: as a quotation or, if blanks lay it out, in a font of fixed width. */
    static String lines(String text) {
        String visible = VisibleText.of(text).strip();
        return LAID_OUT.matcher(visible).find()
                ? block("text", visible.lines().toList())
                : visible.lines()
                        .filter(line -> !line.isBlank())
                        .map(Markdown::text)
                        .collect(Collectors.joining("\\\n> ", "> ", ""));
    }

    /** Shows lines in a font of fixed width, as they are. */
    static String block(String language, List<String> lines) {
        List<String> visible = lines.stream().map(VisibleText::of).toList();
        int longest = visible.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(LEAST_BACKTICKS, longest + 1));
        return fence + language + "\n" + String.join("\n", visible) + "\n" + fence;
    }
}
