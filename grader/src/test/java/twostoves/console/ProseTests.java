package twostoves.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import twostoves.checks.Curriculum;
import twostoves.pages.ExercisePage;

@DisplayName("Prose")
class ProseTests {

    private static String set(String markdown, int columns) {
        return String.join("\n", Prose.lines(markdown, columns));
    }

    @Test
    @DisplayName("breaks paragraphs anew between words")
    void paragraphs() {
        assertThat(set("One two\nthree four five.\n\nSix.\n", 14)).isEqualTo("One two three\nfour five.\n\nSix.");
    }

    @Test
    @DisplayName("lets the lines of an item hang below its words")
    void items() {
        assertThat(set("Two:\n- one two three\n  four\n- five\n1. six seven", 12))
                .isEqualTo("Two:\n- one two\n  three four\n- five\n1. six seven");
    }

    @Test
    @DisplayName("leaves code as it is")
    void code() {
        assertThat(set("See:\n\n```java\nint a = 1;\n\n    int b = 1234567890;\n```\n\nDone.", 12))
                .isEqualTo("See:\n\n    int a = 1;\n\n        int b = 1234567890;\n\nDone.");
    }

    @Test
    @DisplayName("keeps the words of links and of what is emphasised")
    void inline() {
        assertThat(set("A **very** good [page](https://example.org/x) on `a * b`.", 80))
                .isEqualTo("A very good page on `a * b`.");
    }

    @Test
    @DisplayName("sets every hint and every praise within 80 columns, except for code")
    void everyPage() {
        assertThat(Curriculum.exercises()).allSatisfy(exercise -> {
            ExercisePage page = ExercisePage.of(exercise.id());
            assertThat(page.hints())
                    .allSatisfy(hint -> assertThat(Prose.lines(hint.text(), 80))
                            .allSatisfy(line -> assertThat(line.startsWith("    ") || line.length() <= 80)
                                    .as(line)
                                    .isTrue()));
            assertThat(Prose.lines(page.learned().orElse(""), 80))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        });
    }
}
