package twostoves.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text that comes from elsewhere, made fit for a terminal: no control of the terminal, no line too long. */
final class TerminalText {

    /** A time such as 9 s is one word. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<![0-9]) | (?!m?s\\b)");

    private final boolean unicode;

    TerminalText(boolean unicode) {
        this.unicode = unicode;
    }

    /** Escapes whatever would move the cursor, change colours or turn the direction of writing. */
    String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> escape(codePoint, escaped));
        return escaped.toString();
    }

    private void escape(int codePoint, StringBuilder to) {
        switch (codePoint) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                if (isUnsafe(codePoint)) {
                    appendNumber(codePoint, to);
                } else if (unicode || codePoint < 128) {
                    to.appendCodePoint(codePoint);
                } else {
                    appendAscii(codePoint, to);
                }
            }
        }
    }

    static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static void appendNumber(int codePoint, StringBuilder to) {
        for (char unit : Character.toChars(codePoint)) {
            to.append(String.format("\\u%04x", (int) unit));
        }
    }

    /** Keeps the grader's own typography readable, and shows of everything else what it was. */
    private static void appendAscii(int codePoint, StringBuilder to) {
        switch (codePoint) {
            case '…' -> to.append("...");
            case '–', '—' -> to.append('-');
            case '‘', '’' -> to.append('\'');
            case '“', '”' -> to.append('"');
            case '×' -> to.append('x');
            case '→' -> to.append("->");
            case '·' -> to.append('|');
            case '\u00a0' -> to.append(' ');
            default -> appendNumber(codePoint, to);
        }
    }

    /**
     * Breaks a text into lines between words; a word that is too long is broken where it must be. Keeps line ends and
     * indentation.
     */
    List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            String words = line.strip();
            String indent = " ".repeat(Math.min(columns / 2, line.indexOf(words)));
            wrap(escaped(words), columns - indent.length()).forEach(part -> lines.add(indent + part));
        });
        return lines;
    }

    private static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(text)) {
            if (!line.isEmpty() && width(line) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(line) > columns) {
                String head = head(line.toString(), columns);
                lines.add(head);
                line.delete(0, head.length());
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cuts a text that is wider than a number of columns. */
    String shortened(String text, int columns) {
        String ellipsis = Glyphs.of(unicode).ellipsis;
        return width(text) <= columns ? text : head(text, columns - ellipsis.length()) + ellipsis;
    }

    private static String head(String text, int columns) {
        int end = 0;
        int width = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            width += width(codePoint);
            // at least one character, or a wrapper would never be done
            if (width > columns && end > 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    static int width(CharSequence text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** Approximates Unicode's East Asian Width, of which Java has no table. */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100
                && (Character.isIdeographic(codePoint)
                        || Character.isEmojiPresentation(codePoint)
                        || codePoint <= 0x115f
                        || codePoint >= 0x3000 && codePoint <= 0x30ff
                        || codePoint >= 0xac00 && codePoint <= 0xd7a3
                        || codePoint >= 0xff01 && codePoint <= 0xff60);
    }
}
