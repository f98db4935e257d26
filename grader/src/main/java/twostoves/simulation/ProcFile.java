package twostoves.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * One small file under {@code /proc}, whose contents are made anew for each reading.
 *
 * <p>Read at a position, which is one system call; to go back to the beginning first would be another, and a run makes
 * thousands of readings.
 */
final class ProcFile implements AutoCloseable {

    private final String path;
    private FileChannel channel;

    ProcFile(String path) {
        this.path = path;
    }

    /**
     * Reads the file from its beginning, and opens it if it is not open.
     *
     * @param into overwritten from its beginning, as far as the contents fit
     * @return how many bytes were read; at most 0 if there were none
     * @throws IOException if what the file tells of is no more, or the thread was interrupted, which closes the file
     */
    int read(ByteBuffer into) throws IOException {
        if (channel == null) {
            channel = new RandomAccessFile(path, "r").getChannel();
        }
        return channel.read(into.clear(), 0);
    }

    /** Gives the file descriptor back; the next reading opens the file again. */
    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // a file under /proc has nothing left to lose
            }
            channel = null;
        }
    }
}
