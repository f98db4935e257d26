package twostoves.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import twostoves.report.VisibleText;

/** Sets what a learner's code printed for a terminal: nothing in it can steer the terminal. */
public final class Printed {

    private Printed() {}

    /**
     * Sets what was printed.
     *
     * @param output what the code printed
     * @param most how many lines of it to show at most: the last ones
     * @return a heading, those lines, and a blank line; nothing if nothing was printed
     */
    public static List<String> lines(String output, int most) {
        if (output.isBlank()) {
            return List.of();
        }
        List<String> printed = output.lines().toList();
        int left = Math.max(0, printed.size() - most);
        List<String> lines = new ArrayList<>();
        lines.add("Your code printed:");
        if (left > 0) {
            lines.add("    … (" + left + (left == 1 ? " line" : " lines") + " before these)");
        }
        Stream<String> last = printed.stream().skip(left);
        last.map(line -> "    " + VisibleText.of(line)).forEach(lines::add);
        lines.add("");
        return lines;
    }
}
