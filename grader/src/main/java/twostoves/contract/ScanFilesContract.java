package twostoves.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import twostoves.kit.ScanFailure;

/**
 * Exercise 8, {@code scan-files}: read many files from a slow disk at once, and lose nothing when one of them fails.
 *
 * <p>The files are reached through {@link java.nio.file.Files}, as any files are. In a graded run they lie on a disk whose
 * latency is virtual: the first read from an opened file waits, for each file as long as it likes, and any number of files
 * can be read at the same time. The disk is read-only, knows neither memory mapping nor asynchronous channels, and its paths
 * have no {@code File}.
 */
public interface ScanFilesContract {

    /**
     * Counts the lines of every file.
     *
     * <ul>
     *   <li>A line ends with {@code \n} or {@code \r\n}. Text after the last line end is a line, too. An empty file has no
     *       lines. A {@code \r} stands nowhere but before a {@code \n}.
     *   <li>All files are read together, however many they are: the call takes as long as the slowest of them.
     *   <li>Each file is read once. No more than a small part of it is held in memory at a time, 1 MiB at most: a file may be
     *       larger than the memory.
     *   <li>Whether the call returns or throws, each file that it opened is closed then, and nothing that it started is still
     *       running.
     * </ul>
     *
     * @param files regular files of UTF-8 text, in any number, each of them once, without null elements; not modified
     * @return for each file its number of lines; the map is iterated in the order of {@code files}; empty if {@code files} is
     *     empty
     * @throws ScanFailure if at least one file, be it the only one, could not be opened, or not be read to its end. All others have been counted:
     *     {@link ScanFailure#counted()} has them and no other, {@link ScanFailure#failures()} has the rest, each with the very
     *     exception that reading it threw, not wrapped in another; both in the order of {@code files}
     * @throws IOException in no other case
     * @throws InterruptedException if the calling thread is interrupted while it waits. A solution that does not notice the
     *     interrupt until all files are read may return the counts instead, with the thread's interrupt flag still set
     * @throws NullPointerException if {@code files} is null
     */
    Map<Path, Long> countLines(List<Path> files) throws IOException, InterruptedException;
}
