package twostoves.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines, each up to a limit: what is beyond is read and forgotten, as a submission may write a line without end. */
final class Lines {

    private final InputStream in;
    private final int limit;

    Lines(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limit = limit;
    }

    /** Returns the next line, cut to the limit; empty at the end. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < limit) {
                line.write(next);
            }
            next = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
