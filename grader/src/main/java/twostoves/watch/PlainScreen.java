package twostoves.watch;

import java.io.PrintStream;
import java.util.List;
import twostoves.console.Type;
import twostoves.report.ConsoleStyle;

/** A log, or a terminal that can do no more: one page after the other, and a line for what takes its time. */
final class PlainScreen implements Screen {

    /** What is over by then was not worth a line. */
    private static final int WORTH_A_LINE = 1;

    private final PrintStream out;
    private final Type type;
    private boolean told;

    PlainScreen(PrintStream out, ConsoleStyle style) {
        this.out = out;
        this.type = new Type(style);
    }

    @Override
    public void show(List<String> lines, List<String> bar) {
        told = false;
        lines.forEach(line -> out.println(type.shown(line)));
        if (!bar.isEmpty()) {
            out.println();
            bar.forEach(line -> out.println(type.shown(line)));
        }
        out.println();
        out.flush();
    }

    /** The page itself will tell. */
    @Override
    public void expect(List<String> heading) {
        told = false;
    }

    @Override
    public void busy(String what, long seconds) {
        if (!told && seconds >= WORTH_A_LINE) {
            told = true;
            out.println(type.shown(what + " …"));
            out.flush();
        }
    }

    @Override
    public ConsoleStyle style() {
        return type.style();
    }

    @Override
    public int rows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String press(String key) {
        return "type " + key + " and Enter";
    }
}
