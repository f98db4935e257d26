package twostoves.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Keeps what a submission prints, up to a limit: a submission may print without end.
 *
 * <p>Safe for use by several threads.
 */
final class Capture extends OutputStream {

    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long dropped;

    Capture(int limit) {
        this.limit = limit;
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        int fits = Math.min(count, limit - kept.size());
        kept.write(bytes, from, fits);
        dropped += count - fits;
    }

    /** Returns what was printed since it was last called. */
    synchronized String drain() {
        String text = kept.toString(StandardCharsets.UTF_8);
        if (dropped > 0) {
            text += String.format(Locale.ROOT, "%n[%,d bytes more were printed]%n", dropped);
        }
        kept.reset();
        dropped = 0;
        return text;
    }
}
