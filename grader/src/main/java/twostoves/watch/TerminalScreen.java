package twostoves.watch;

import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import twostoves.console.Type;
import twostoves.report.ConsoleStyle;

/** A terminal: each page takes the place of the one before, with the keys below it. */
final class TerminalScreen implements Screen {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;
    private static final int UNKNOWN = 0;
    private static final int USUAL_ROWS = 24;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final ConsoleStyle style;

    TerminalScreen(Terminal terminal, ConsoleStyle style) {
        this.terminal = terminal;
        this.style = style;
    }

    @Override
    public void show(List<String> lines, List<String> bar) {
        Type type = new Type(style());
        terminal.puts(Capability.clear_screen);
        lines.forEach(line -> terminal.writer().append(type.shown(line)).append('\n'));
        terminal.writer().append('\n').append(type.shown(String.join("\n", bar)));
        terminal.flush();
    }

    @Override
    public void expect(List<String> heading) {
        show(heading, List.of());
    }

    /** In the place of the last line of keys. */
    @Override
    public void busy(String what, long seconds) {
        Type type = new Type(style());
        String since = seconds == 0 ? "" : " " + seconds + " s";
        terminal.writer().append(CLEAR_LINE).append(type.shown(type.dim(what + " …" + since)));
        terminal.flush();
    }

    @Override
    public ConsoleStyle style() {
        int columns = terminal.getColumns();
        return columns == UNKNOWN ? style : style.withWidth(Math.clamp(columns, NARROWEST, WIDEST));
    }

    @Override
    public int rows() {
        int rows = terminal.getRows();
        return rows == UNKNOWN ? USUAL_ROWS : rows;
    }

    @Override
    public String press(String key) {
        return "press " + key;
    }
}
