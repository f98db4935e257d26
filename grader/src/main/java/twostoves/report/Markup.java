package twostoves.report;

/**
 * HTML as it comes in. Whatever is added as text or as the value of an attribute is escaped, so that nothing of a
 * submission's can be taken for markup, steer the page or turn the direction of writing.
 */
public final class Markup {

    private static final TerminalText VISIBLE = new TerminalText(true);

    private final StringBuilder html = new StringBuilder();

    /**
     * Adds an element.
     *
     * @param name its name
     * @param content adds what is in it
     * @param attributes names and values in turn
     */
    Markup element(String name, Runnable content, String... attributes) {
        start(name, attributes);
        content.run();
        html.append("</").append(name).append('>');
        return this;
    }

    /** Adds an element with a text in it. */
    Markup element(String name, String text, String... attributes) {
        return element(name, () -> text(text), attributes);
    }

    /** Adds an element that has nothing in it and no end. */
    Markup empty(String name, String... attributes) {
        start(name, attributes);
        // as XML wants it, so that programs can read the page; HTML does not mind
        html.insert(html.length() - 1, " /");
        return this;
    }

    private void start(String name, String... attributes) {
        html.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }
        html.append('>');
    }

    /** Adds a text; its line ends stay. */
    Markup text(String text) {
        escape(text);
        return this;
    }

    /**
     * Makes a text fit for an element, or for an attribute in quotation marks, of a page that is put together elsewhere.
     *
     * @param text any text
     * @return the text in HTML, its lines as they are
     */
    public static String escaped(String text) {
        return new Markup().text(text).toString();
    }

    /** Adds HTML that is our own. */
    Markup trusted(String ours) {
        html.append(ours);
        return this;
    }

    /** Ends a line of the source, for those who read that. */
    Markup line() {
        html.append('\n');
        return this;
    }

    private void escape(String text) {
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            escapeLine(text.substring(begin, end));
            html.append('\n');
            begin = end + 1;
        }
        escapeLine(text.substring(begin));
    }

    private void escapeLine(String text) {
        String visible = VISIBLE.escaped(text);
        for (int i = 0; i < visible.length(); i++) {
            char unit = visible.charAt(i);
            switch (unit) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(unit);
            }
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
