package twostoves.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * One task of this process as the Linux kernel shows it under {@code /proc/self/task} (see proc(5)).
 *
 * <p>A task that has ended reads as gone, which counts as asleep.
 */
final class KernelTask implements AutoCloseable {

    private static final boolean AARCH64 = System.getProperty("os.arch").equals("aarch64");

    /** The number of futex(2), as the {@code syscall} file prints it. */
    private static final byte[] FUTEX = (AARCH64 ? "98 " : "202 ").getBytes(StandardCharsets.US_ASCII);

    /** clock_nanosleep(2), nanosleep(2), sched_yield(2): naps of the VM, not waits for an event. */
    private static final Set<String> NAPS = AARCH64 ? Set.of("115", "101", "124") : Set.of("230", "35", "24");

    /** FUTEX_WAIT_BITSET: what a condition variable waits with. FUTEX_WAIT is a lock inside the VM or the C library. */
    private static final int WAIT_BITSET = 9;

    private static final int COMMAND_MASK = 0x7f;

    /** {@code stat} begins with the id and the name in parentheses, which is at most 15 bytes long. */
    private static final int NAME_ENDS_BEFORE = 40;

    final int id;

    /** The first 15 bytes of the thread's name when this was made; empty if the task was gone. */
    final String name;

    /** Whether this task can neither run code of the submission nor hold up a thread that does. */
    boolean ignored;

    /** Processor time when the present instant began; -1 until asked. */
    long nanosAtInstant = -1;

    /** Processor time at the last look at who spins. */
    long nanosAtLook = -1;

    boolean disregarded;

    /** Whether files stay open from one reading to the next: faster, and one descriptor each. */
    boolean keepsFilesOpen = true;

    private final byte[] buffer = new byte[256];
    private final byte[] runsBefore = new byte[96];
    private int runsBeforeLength;
    private final KernelFile comm = new KernelFile("comm");
    private final KernelFile syscall = new KernelFile("syscall");
    private final KernelFile schedstat = new KernelFile("schedstat");
    private final KernelFile stat = new KernelFile("stat");
    private boolean gone;

    KernelTask(int id) {
        this.id = id;
        this.name = readName();
    }

    private String readName() {
        int length = comm.read(buffer);
        return new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8).strip();
    }

    /** Tells whether it has another name by now: a thread has that of its creator until it gives itself one. */
    boolean isRenamed() {
        return !name.equals(readName());
    }

    /** Forgets what it was asked in an earlier run. */
    void beginRun() {
        nanosAtInstant = -1;
        nanosAtLook = 0;
        disregarded = false;
        keepsFilesOpen = true;
        runsBeforeLength = 0;
    }

    boolean isGone() {
        return gone;
    }

    /** Notes how often the task has run so far, for {@link #hasRunSinceNoted}. */
    void noteRuns() {
        runsBeforeLength = schedstat.read(runsBefore);
    }

    boolean hasRunSinceNoted() {
        int length = schedstat.read(buffer);
        if (gone) {
            return false;
        }
        return length <= 0
                || runsBeforeLength <= 0
                || !Arrays.equals(buffer, 0, length, runsBefore, 0, runsBeforeLength);
    }

    /** Tells how much processor time the task has used; -1 if it is gone. */
    long processorNanos() {
        int length = schedstat.read(buffer);
        if (length <= 0) {
            return -1;
        }
        long nanos = 0;
        for (int i = 0; i < length && buffer[i] != ' '; i++) {
            nanos = nanos * 10 + (buffer[i] - '0');
        }
        return nanos;
    }

    /**
     * Tells whether the task sleeps and nobody has begun to wake it. While a wake is on its way to another processor, which
     * takes long where the processor is virtual and just not there, the {@code syscall} file still shows the wait; the
     * {@code stat} file already says R.
     */
    boolean isUnwoken() {
        int length = stat.read(buffer);
        if (gone) {
            return true;
        }
        for (int at = Math.min(length, NAME_ENDS_BEFORE) - 1; at > 0; at--) {
            if (buffer[at] == ')') {
                return buffer[at + 2] == 'S';
            }
        }
        return false;
    }

    /** Tells whether the task is in a system call that waits for an event: a condition variable, or input and output. */
    boolean waitsForEvent() {
        int length = syscall.read(buffer);
        if (gone) {
            return true;
        }
        if (length <= 0 || buffer[0] < '0' || buffer[0] > '9') {
            return false; // "running", or "-1 …": blocked outside a system call, as in a page fault
        }
        if (!startsWithFutex(length)) {
            return !NAPS.contains(firstField(length));
        }
        return (secondArgument(length) & COMMAND_MASK) == WAIT_BITSET;
    }

    private boolean startsWithFutex(int length) {
        return length > FUTEX.length && Arrays.equals(buffer, 0, FUTEX.length, FUTEX, 0, FUTEX.length);
    }

    private String firstField(int length) {
        int end = 0;
        while (end < length && buffer[end] != ' ') {
            end++;
        }
        return new String(buffer, 0, end, StandardCharsets.US_ASCII).strip();
    }

    /** Parses {@code 202 0xADDRESS 0xOPERATION …}. */
    private int secondArgument(int length) {
        int at = FUTEX.length;
        while (at < length && buffer[at] != ' ') {
            at++;
        }
        int value = 0;
        for (at += " 0x".length(); at < length && buffer[at] != ' '; at++) {
            value = value * 16 + Character.digit(buffer[at], 16);
        }
        return value;
    }

    /** Gives the file descriptors back; the next reading opens the files again. */
    @Override
    public void close() {
        comm.close();
        syscall.close();
        schedstat.close();
        stat.close();
    }

    /** One of the files that show the task. */
    private final class KernelFile {

        private final String file;
        /** Not a channel: that would be closed by an interrupt. */
        private RandomAccessFile open;

        KernelFile(String file) {
            this.file = file;
        }

        /** Reads what it says now; returns the length, or -1 if it cannot be read. */
        int read(byte[] into) {
            try {
                if (open == null) {
                    open = new RandomAccessFile("/proc/self/task/" + id + "/" + file, "r");
                } else {
                    open.seek(0);
                }
                int length = open.read(into);
                if (!keepsFilesOpen) {
                    KernelTask.this.close();
                }
                return length;
            } catch (IOException e) {
                // the task has ended, or its files cannot be read just now: the second must never pass for the first
                KernelTask.this.close();
                gone = !Files.exists(Path.of("/proc/self/task/" + id));
                return -1;
            }
        }

        void close() {
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    // a file under /proc has nothing left to lose
                }
                open = null;
            }
        }
    }
}
