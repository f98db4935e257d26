package twostoves.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * One task of this process in one run, as the Linux kernel shows it.
 *
 * <p>A task that has ended reads as gone, which counts as asleep.
 */
final class KernelTask {

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

    final TaskFiles files;
    final String name;

    /** Whether this task can neither run code of the submission nor hold up a thread that does. */
    final boolean ignored;

    /** Processor time when the present instant began; -1 until asked. */
    long nanosAtInstant = -1;

    /** Processor time at the last look at who spins. */
    long nanosAtLook = -1;

    boolean disregarded;

    /** What {@code schedstat} said before the task was last seen in a wait. */
    private final byte[] runsAtWait = new byte[TaskFiles.LONGEST];

    private int runsAtWaitLength;

    KernelTask(TaskFiles files, String name, boolean ignored) {
        this.files = files;
        this.name = name;
        this.ignored = ignored;
    }

    int id() {
        return files.id;
    }

    boolean isGone() {
        return files.isGone();
    }

    /**
     * Tells whether the task is in a wait for an event, or was seen in one and has not run since. Notes how often it has run,
     * for {@link #hasRunSinceSeenWaiting}.
     */
    boolean isSeenWaiting() {
        int length = files.schedstat();
        if (isGone() || isAtWait(length)) {
            return true;
        }
        System.arraycopy(files.bytes, 0, runsAtWait, 0, Math.max(0, length));
        boolean waits = waitsForEvent();
        runsAtWaitLength = waits ? length : 0;
        return waits;
    }

    /** Tells whether the task may have run since {@link #isSeenWaiting} said that it waits. */
    boolean hasRunSinceSeenWaiting() {
        int length = files.schedstat();
        return !isGone() && !isAtWait(length);
    }

    private boolean isAtWait(int length) {
        return length > 0
                && runsAtWaitLength > 0
                && Arrays.equals(files.bytes, 0, length, runsAtWait, 0, runsAtWaitLength);
    }

    /** Tells how much processor time the task has used; -1 if it is gone. */
    long processorNanos() {
        int length = files.schedstat();
        if (length <= 0) {
            return -1;
        }
        long nanos = 0;
        for (int i = 0; i < length && files.bytes[i] != ' '; i++) {
            nanos = nanos * 10 + (files.bytes[i] - '0');
        }
        return nanos;
    }

    /**
     * Tells whether the task sleeps and nobody has begun to wake it. While a wake is on its way to another processor, which
     * takes long where the processor is virtual and just not there, the {@code syscall} file still shows the wait; the
     * {@code stat} file already says R.
     */
    boolean isUnwoken() {
        int length = files.stat();
        if (isGone()) {
            return true;
        }
        for (int at = Math.min(length, NAME_ENDS_BEFORE) - 1; at > 0; at--) {
            if (files.bytes[at] == ')') {
                return files.bytes[at + 2] == 'S';
            }
        }
        return false;
    }

    /** Tells whether the task is in a system call that waits for an event: a condition variable, or input and output. */
    boolean waitsForEvent() {
        int length = files.syscall();
        if (isGone()) {
            return true;
        }
        if (length <= 0 || files.bytes[0] < '0' || files.bytes[0] > '9') {
            return false; // "running", or "-1 …": blocked outside a system call, as in a page fault
        }
        if (!startsWithFutex(length)) {
            return !NAPS.contains(firstField(length));
        }
        return (secondArgument(length) & COMMAND_MASK) == WAIT_BITSET;
    }

    private boolean startsWithFutex(int length) {
        return length > FUTEX.length && Arrays.equals(files.bytes, 0, FUTEX.length, FUTEX, 0, FUTEX.length);
    }

    private String firstField(int length) {
        int end = 0;
        while (end < length && files.bytes[end] != ' ') {
            end++;
        }
        return new String(files.bytes, 0, end, StandardCharsets.US_ASCII).strip();
    }

    /** Parses {@code 202 0xADDRESS 0xOPERATION …}. */
    private int secondArgument(int length) {
        int at = FUTEX.length;
        while (at < length && files.bytes[at] != ' ') {
            at++;
        }
        int value = 0;
        for (at += " 0x".length(); at < length && files.bytes[at] != ' '; at++) {
            value = value * 16 + Character.digit(files.bytes[at], 16);
        }
        return value;
    }
}
