package twostoves.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.Curriculum;

@DisplayName("A text of the documentation in HTML")
class PageHtmlTests {

    @Test
    @DisplayName("has its paragraphs, lists, code and emphasis")
    void structure() {
        assertThat(PageHtml.of("""
            Keep *both*: `Future<String>`.

            - one
            - two

            ```java
            List<String> all;
            ```
            """)).isEqualTo("""
            <p>Keep <em>both</em>: <code>Future&lt;String&gt;</code>.</p>
            <ul>
            <li>one</li>
            <li>two</li>
            </ul>
            <pre tabindex="0"><code class="language-java">List&lt;String&gt; all;
            </code></pre>
            """);
    }

    @Test
    @DisplayName("leads to the web and nowhere else")
    void links() {
        assertThat(PageHtml.of("[JEP](https://openjdk.org/jeps/444), [a *page*](../glossary.md), ![art](x.svg),"
                        + " [bad](javascript:alert(1))"))
                .isEqualTo("<p><a href=\"https://openjdk.org/jeps/444\">JEP</a>, a <em>page</em>, art, bad</p>\n");
    }

    @Test
    @DisplayName("has no markup of its own")
    void markup() {
        assertThat(PageHtml.of("a <b>c</b>\n\n<script>alert(1)</script>"))
                .isEqualTo("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    }

    @Test
    @DisplayName("can be had of every hint and every misconception")
    void all() {
        Stream<String> hints = Curriculum.exercises().stream()
                .flatMap(exercise -> ExercisePage.of(exercise.id()).hints().stream())
                .map(Hint::text);
        Stream<String> advice = MisconceptionPages.load().all().stream()
                .flatMap(page -> Stream.of(page.title(), page.shows(), page.matters(), page.todo()));

        assertThat(Stream.concat(hints, advice).map(PageHtml::of))
                .isNotEmpty()
                .allMatch(html -> html.startsWith("<") && html.endsWith(">\n"))
                .noneMatch(html -> html.contains("`"));
    }
}
