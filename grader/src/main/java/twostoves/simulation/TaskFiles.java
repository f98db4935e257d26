package twostoves.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files in which the Linux kernel tells of one task of this process, under {@code /proc/self/task} (see proc(5)).
 *
 * <p>They outlive a run: to open them again for each run took longer than to read them. An open file belongs to its task for
 * good; once that has ended it cannot be read any more, whoever bears the number then.
 */
final class TaskFiles implements AutoCloseable {

    /** No reading is longer, in bytes; {@code stat} is, and only its beginning is read. */
    static final int LONGEST = 256;

    final int id;

    /** What was read last. */
    final byte[] bytes = new byte[LONGEST];

    /** Whether files stay open from one reading to the next: faster, and one descriptor each. */
    boolean keepOpen = true;

    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final ProcFile comm;
    private final ProcFile schedstat;
    private final ProcFile stat;
    private final ProcFile syscall;
    private boolean gone;

    TaskFiles(int id) {
        this.id = id;
        String directory = directory() + "/";
        comm = new ProcFile(directory + "comm");
        schedstat = new ProcFile(directory + "schedstat");
        stat = new ProcFile(directory + "stat");
        syscall = new ProcFile(directory + "syscall");
    }

    private String directory() {
        return "/proc/self/task/" + id;
    }

    /** Tells whether the last reading found that the task has ended. */
    boolean isGone() {
        return gone;
    }

    /** Reads the name of the task: the first 15 bytes of the thread's name; empty if the task is gone. */
    String name() {
        int length = read(comm);
        return new String(bytes, 0, Math.max(0, length), StandardCharsets.UTF_8).strip();
    }

    /**
     * Tells, once {@link #name} has been read, whether the task has ended, also if its number is another's by now: a
     * machine may have no more than 32,768 numbers.
     */
    boolean areOfEnded() {
        return read(comm) <= 0;
    }

    /** Reads how long and how often the task has run; like the others returns the length, at most 0 if nothing could be read. */
    int schedstat() {
        return read(schedstat);
    }

    int stat() {
        return read(stat);
    }

    int syscall() {
        return read(syscall);
    }

    private int read(ProcFile file) {
        try {
            int length = file.read(buffer);
            if (!keepOpen) {
                close();
            }
            return length;
        } catch (IOException e) {
            return unreadable();
        }
    }

    /** The task has ended, or its files cannot be read just now: the second must never pass for the first. */
    private int unreadable() {
        close();
        Thread.interrupted(); // who is interrupted cannot read, and the conductor is nobody's to interrupt
        gone |= !Files.exists(Path.of(directory()));
        return -1;
    }

    /** Gives the file descriptors back; the next reading opens the files again. */
    @Override
    public void close() {
        comm.close();
        schedstat.close();
        stat.close();
        syscall.close();
    }
}
