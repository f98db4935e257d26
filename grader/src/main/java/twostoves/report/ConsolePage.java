package twostoves.report;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Lines for a terminal as they come in, escaped, and none of them wider than the style allows. */
final class ConsolePage {

    private final ConsoleStyle style;
    private final TerminalText terminal;
    private final Glyphs glyphs;
    private final Ink ink;
    private final StringBuilder text = new StringBuilder();

    ConsolePage(ConsoleStyle style) {
        this.style = style;
        this.terminal = new TerminalText(style.unicode());
        this.glyphs = Glyphs.of(style.unicode());
        this.ink = style.coloured() ? Ink.ANSI : Ink.NONE;
    }

    ConsoleStyle style() {
        return style;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    Ink ink() {
        return ink;
    }

    void blank() {
        text.append('\n');
    }

    /** Adds a line that is cut where it is too wide. */
    void line(int indent, String words, UnaryOperator<String> inked) {
        marked(indent, "", words, inked);
    }

    /** Adds a line that begins with something coloured already and one column wide, or with nothing. */
    void marked(int indent, String mark, String words, UnaryOperator<String> inked) {
        int columns = style.width() - indent - (mark.isEmpty() ? 0 : 2);
        String line = terminal.shortened(terminal.escaped(words), columns).stripTrailing();
        text.repeat(' ', indent)
                .append(mark.isEmpty() ? "" : mark + " ")
                .append(inked.apply(line))
                .append('\n');
    }

    /** Adds as many lines as the words need. */
    void paragraph(int indent, String words, UnaryOperator<String> inked) {
        for (String line : terminal.wrapped(words, style.width() - indent)) {
            text.repeat(' ', line.isBlank() ? 0 : indent)
                    .append(inked.apply(line.stripTrailing()))
                    .append('\n');
        }
    }

    void paragraph(int indent, String words) {
        paragraph(indent, words, UnaryOperator.identity());
    }

    /** Adds a line that terminals and IDEs make a link of: it is never cut, but falls back to the file's name alone. */
    void place(int indent, String file, OptionalInt line) {
        String suffix = line.isPresent() ? ":" + line.getAsInt() : "";
        String path = style.path(file) + suffix;
        String name = file.substring(file.lastIndexOf('/') + 1) + suffix;
        line(indent, fits(indent, path) ? path : name, UnaryOperator.identity());
    }

    boolean fits(int indent, String words) {
        return TerminalText.width(terminal.escaped(words)) <= style.width() - indent;
    }

    void drawing(int indent, ReportedTimeline timeline) {
        TextTimeline artist = new TextTimeline(style.width() - indent, style.unicode(), ink);
        artist.draw(timeline)
                .forEach(line -> text.repeat(' ', indent).append(line).append('\n'));
    }

    String text() {
        return text.toString();
    }
}
