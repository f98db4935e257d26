package twostoves.watch;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Takes single keys from a terminal. */
final class KeyInput implements Input {

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_L = 12;
    private static final int ESCAPE = 27;

    /** How long, in milliseconds, the rest of a key's sequence may take to arrive, over a slow line too. */
    private static final long REST = 100;

    /** What follows ESC [ or ESC O: see the table of keys in xterm's "Control Sequences". */
    private static final Map<String, String> SEQUENCES = Map.of(
            "A", Keys.UP,
            "B", Keys.DOWN,
            "H", Keys.HOME,
            "F", Keys.END,
            "1~", Keys.HOME,
            "4~", Keys.END,
            "5~", Keys.HOME,
            "6~", Keys.END);

    /** How long, in milliseconds, to wait for a key before waiting anew. */
    private static final long PATIENCE = 60_000;

    private final Terminal terminal;

    KeyInput(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Event next() {
        try {
            NonBlockingReader reader = terminal.reader();
            int typed = NonBlockingReader.READ_EXPIRED;
            while (typed == NonBlockingReader.READ_EXPIRED) {
                // without a limit it would hold a lock that is needed to close the terminal
                typed = reader.read(PATIENCE);
            }
            return switch (typed) {
                case NonBlockingReader.EOF -> new Event.NobodyTypes();
                case CTRL_C, CTRL_D -> new Event.Typed(Keys.QUIT);
                case CTRL_L -> new Event.Redraw();
                case ESCAPE -> new Event.Typed(escape(reader));
                case '\r', '\n' -> new Event.Typed(Keys.ENTER);
                default -> new Event.Typed(Character.toString(typed).toLowerCase(Locale.ROOT));
            };
        } catch (IOException | java.io.IOError | IllegalStateException closed) {
            return new Event.NobodyTypes();
        }
    }

    /** The key Escape by itself, or one whose sequence begins with it; of those the loop does not know, their name. */
    private static String escape(NonBlockingReader reader) throws IOException {
        int introducer = reader.read(REST);
        if (introducer != '[' && introducer != 'O') {
            return Keys.ESCAPE;
        }
        StringBuilder sequence = new StringBuilder();
        int typed = reader.read(REST);
        while (typed >= ' ' && typed < '@') {
            sequence.append((char) typed);
            typed = reader.read(REST);
        }
        sequence.append(typed > 0 ? Character.toString(typed) : "");
        return SEQUENCES.getOrDefault(sequence.toString(), "unknown key");
    }
}
