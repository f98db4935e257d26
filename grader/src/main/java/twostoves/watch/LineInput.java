package twostoves.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/** Takes whole lines, where there is no terminal that could tell of single keys. */
final class LineInput implements Input {

    private final BufferedReader lines;

    LineInput(BufferedReader lines) {
        this.lines = lines;
    }

    @Override
    public Event next() {
        try {
            String line = lines.readLine();
            if (line == null) {
                return new Event.NobodyTypes();
            }
            String typed = line.strip().toLowerCase(Locale.ROOT);
            return new Event.Typed(typed.isEmpty() ? Keys.ENTER : typed);
        } catch (IOException broken) {
            return new Event.NobodyTypes();
        }
    }
}
