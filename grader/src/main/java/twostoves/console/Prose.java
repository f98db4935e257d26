package twostoves.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets Markdown of the kind that {@code docs} are written in for a terminal: paragraphs and list items are broken anew
 * between words, blocks of code stay as they are, and of links only the words are left.
 */
public final class Prose {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern ITEM = Pattern.compile("([-*]|\\d+\\.) +(.*)");
    private static final String FENCE = "```";

    private final int columns;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String bullet = "";
    private boolean code;

    private Prose(int columns) {
        this.columns = columns;
    }

    /**
     * Sets a text.
     *
     * @param markdown the text
     * @param columns how long a line may be, except in code, which is never broken
     * @return its lines
     */
    public static List<String> lines(String markdown, int columns) {
        Prose prose = new Prose(columns);
        markdown.strip().lines().forEach(prose::take);
        prose.endParagraph();
        return prose.lines;
    }

    private void take(String line) {
        if (line.startsWith(FENCE)) {
            endParagraph();
            code = !code;
        } else if (code) {
            lines.add(line.isEmpty() ? "" : "    " + line);
        } else if (line.isBlank()) {
            endParagraph();
            lines.add("");
        } else {
            word(line);
        }
    }

    private void word(String line) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            endParagraph();
            bullet = item.group(1) + " ";
            paragraph.append(item.group(2));
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            String text =
                    EMPHASIS.matcher(LINK.matcher(paragraph).replaceAll("$1")).replaceAll("$1");
            String before = bullet;
            for (String line : Text.lines(text, columns - bullet.length())) {
                lines.add(before + line);
                before = " ".repeat(bullet.length());
            }
        }
        paragraph.setLength(0);
        bullet = "";
    }
}
