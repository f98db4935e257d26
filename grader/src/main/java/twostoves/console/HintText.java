package twostoves.console;

import java.util.ArrayList;
import java.util.List;
import twostoves.pages.Hint;

/** Sets a hint for a terminal. */
public final class HintText {

    private HintText() {}

    /**
     * Sets a hint.
     *
     * @param hint the hint
     * @param count how many there are for its exercise
     * @param type how it looks
     * @return its lines: which one it is, a blank line, and the hint
     */
    public static List<String> lines(Hint hint, int count, Type type) {
        List<String> lines = new ArrayList<>();
        String title = "Hint " + hint.number() + " of " + count + ": " + hint.title();
        Text.lines(title, type.style().width()).forEach(line -> lines.add(type.bold(line)));
        lines.add("");
        lines.addAll(Prose.lines(hint.text(), type.style().width()));
        return lines;
    }
}
