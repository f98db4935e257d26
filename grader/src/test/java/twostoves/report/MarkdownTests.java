package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import twostoves.contracts.NodeTool;

@DisplayName("Text in Markdown")
class MarkdownTests {

    static final List<String> ATTEMPTS = Hostile.TEXT.lines().toList();

    /** As a page of GitHub shows it, with HTML of the text let through. */
    static String html(String markdown) {
        return NodeTool.run("markdown", List.of(markdown)).get(0).asString();
    }

    private static String shown(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("\u2060", "")
                .strip();
    }

    @Test
    @DisplayName("shows as it is, and is markup of no kind")
    void text() {
        JsonNode pages =
                NodeTool.run("markdown", ATTEMPTS.stream().map(Markdown::text).toList());

        for (int i = 0; i < ATTEMPTS.size(); i++) {
            String html = pages.get(i).asString();
            assertThat(html).startsWith("<p>").endsWith("</p>");
            assertThat(html.substring(3, html.length() - 4)).doesNotContain("<");
            assertThat(shown(html)).isEqualTo(VisibleText.inOneLine(ATTEMPTS.get(i)));
        }
    }

    @Test
    @DisplayName("stays in its cell of a table")
    void cell() {
        JsonNode pages = NodeTool.run(
                "markdown",
                ATTEMPTS.stream()
                        .map(attempt -> "| a | b |\n|---|---|\n| " + Markdown.text(attempt) + " | end |")
                        .toList());

        for (int i = 0; i < ATTEMPTS.size(); i++) {
            String html = pages.get(i).asString();
            assertThat(html).contains("<td>end</td>");
            assertThat(shown(html.substring(html.indexOf("<td>"), html.indexOf("</td>"))))
                    .isEqualTo(VisibleText.inOneLine(ATTEMPTS.get(i)));
        }
    }

    @Test
    @DisplayName("names nobody, links to nothing and refers to no issue")
    void references() {
        assertThat(Markdown.text("@octocat a@b.c #12 GH-3 http://x www.x.y"))
                .isEqualTo("@\u2060octocat a@\u2060b.c #\u206012 GH\u2060-3 http:\u2060//x www\u2060.x.y");
    }

    @Test
    @DisplayName("of several lines is a quotation, its blank lines left out")
    void quotation() {
        assertThat(Markdown.lines("Request 2 starts late.\n\nThat took 9 s.\n")).isEqualTo("""
                > Request 2 starts late.\\
                > That took 9 s.""");
        assertThat(html(Markdown.lines(Hostile.TEXT.replaceAll("(?m)^ +", "")))
                        .replaceAll("</?(blockquote|p|br)( /)?>", ""))
                .doesNotContain("<");
    }

    @Test
    @DisplayName("that blanks lay out is shown in a font of fixed width")
    void laidOut() {
        assertThat(Markdown.lines("thread 1    thread 2\nreads 0\n            writes 1"))
                .isEqualTo("""
                ```text
                thread 1    thread 2
                reads 0
                            writes 1
                ```""");
    }

    @Test
    @DisplayName("in a block does not end it")
    void block() {
        List<String> lines = List.of("```", "`````", "a ```` b", "</pre>");

        assertThat(html(Markdown.block("text", lines)))
                .isEqualTo("<pre><code class=\"language-text\">```\n`````\na ```` b\n&lt;/pre&gt;\n</code></pre>");
    }
}
