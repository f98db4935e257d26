package twostoves.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words. */
public final class Text {

    private Text() {}

    /**
     * Breaks lines that are longer than a number of columns.
     *
     * @param text the text, of any number of lines
     * @param columns how long a line may be; a word that is longer stays whole
     * @return the lines
     */
    public static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            StringBuilder wrapped = new StringBuilder();
            for (String word : line.split(" ")) {
                if (!wrapped.isEmpty() && wrapped.length() + 1 + word.length() > columns) {
                    lines.add(wrapped.toString());
                    wrapped.setLength(0);
                }
                wrapped.append(wrapped.isEmpty() ? "" : " ").append(word);
            }
            lines.add(wrapped.toString());
        }
        return lines;
    }
}
