package twostoves.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Text for a terminal")
class TerminalTextTests {

    private static final TerminalText UNICODE = new TerminalText(true);
    private static final TerminalText ASCII = new TerminalText(false);

    @Test
    @DisplayName("has nothing in it that steers the terminal")
    void escapes() {
        assertThat(UNICODE.escaped("a\u001b[31mb\u0000\u007f\u009b\r\n\t"))
                .isEqualTo("a\\u001b[31mb\\u0000\\u007f\\u009b\\r\\n\\t");
        assertThat(UNICODE.escaped("\u202egnp.exe\u200b\u2028")).isEqualTo("\\u202egnp.exe\\u200b\\u2028");
        assertThat(UNICODE.escaped("\ud800x")).isEqualTo("\\ud800x");
        assertThat(UNICODE.escaped("Zwei Öfen: 二つ 🍳")).isEqualTo("Zwei Öfen: 二つ 🍳");
    }

    @Test
    @DisplayName("keeps readable in ASCII")
    void ascii() {
        assertThat(ASCII.escaped("“0–24” … 3 × 4 → 12 · don’t")).isEqualTo("\"0-24\" ... 3 x 4 -> 12 | don't");
        assertThat(ASCII.escaped("Öfen 🍳")).isEqualTo("\\u00d6fen \\ud83c\\udf73");
    }

    @Test
    @DisplayName("is broken between words, or within a word that is too long")
    void wraps() {
        assertThat(UNICODE.wrapped("one two three", 7)).containsExactly("one two", "three");
        assertThat(UNICODE.wrapped("after 9 s", 7)).containsExactly("after", "9 s");
        assertThat(UNICODE.wrapped("in 9 steps", 4)).containsExactly("in 9", "step", "s");
        assertThat(UNICODE.wrapped("one", 7)).containsExactly("one");
        assertThat(UNICODE.wrapped("abcdefghij kl", 4)).containsExactly("abcd", "efgh", "ij", "kl");
        assertThat(UNICODE.wrapped("", 7)).isEmpty();
    }

    @Test
    @DisplayName("keeps its lines and their indentation")
    void keepsLines() {
        assertThat(UNICODE.wrapped("one:\n  two three\n\nfour", 7))
                .containsExactly("one:", "  two", "  three", "", "four");
    }

    @Test
    @DisplayName("is measured in columns")
    void columns() {
        assertThat(TerminalText.width("abc")).isEqualTo(3);
        assertThat(TerminalText.width("二つ")).isEqualTo(4);
        assertThat(TerminalText.width("🍳")).isEqualTo(2);
        assertThat(TerminalText.width("e\u0301")).isEqualTo(1);
        assertThat(UNICODE.shortened("二つの", 5)).isEqualTo("二つ…");
        assertThat(UNICODE.wrapped("二つの", 4)).containsExactly("二つ", "の");
        assertThat(TerminalText.padded("二", 4)).isEqualTo("二  ");
    }
}
