package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Visible text")
class VisibleTextTests {

    @Test
    @DisplayName("keeps lines, tabs, letters of any script and emoji")
    void kept() {
        assertThat(VisibleText.of("a\tb\nÜmläut 漢字 🍳")).isEqualTo("a\tb\nÜmläut 漢字 🍳");
    }

    @Test
    @DisplayName("has the line ends of Unix, also where a lone carriage return would overwrite a line")
    void lineEnds() {
        assertThat(VisibleText.of("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    @DisplayName("spells out what steers a terminal, turns the direction of writing or is no character")
    void spelledOut() {
        assertThat(VisibleText.of("\u001b[31m \u0000 \u202e \u2028 \uD800 \uFFFF"))
                .isEqualTo("\\u001b[31m \\u0000 \\u202e \\u2028 \\ud800 \\uffff");
    }

    @Test
    @DisplayName("fits into one line")
    void oneLine() {
        assertThat(VisibleText.inOneLine(" a\n\n  b\tc\r\nd ")).isEqualTo("a b c d");
    }
}
