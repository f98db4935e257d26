package twostoves.classroom;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import twostoves.report.AtomicFile;

/**
 * Where the results of a class are kept.
 *
 * <pre>
 * class.json          what is being graded
 * results/NAME.json   what came of each submission: all else is made from these
 * </pre>
 *
 * <p>A result is there whole or not at all, and it is there before anything else is made of it. So a run that is killed, at
 * whatever moment, has lost only what was being graded just then. One run at a time: a lock keeps others out, which the
 * system takes away when the process ends, however it ends.
 */
final class ResultStore implements AutoCloseable {

    private static final String PLAN = "class.json";
    private static final String RESULTS = "results";
    private static final String LOCK = ".lock";

    private final Path directory;
    private final FileChannel lock;

    private ResultStore(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Opens a store, or makes it.
     *
     * @throws ClassException if another run is at work there, or if something else is kept there
     */
    static ResultStore open(Path directory) throws IOException, ClassException {
        Files.createDirectories(directory);
        if (!isEmpty(directory) && !Files.exists(directory.resolve(PLAN))) {
            throw new ClassException(directory
                    + " is not empty, and holds no results of \"kata class\". Choose a new directory with --out.");
        }
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new ClassException("Another run is writing into " + directory + ". Wait for it, or choose another"
                    + " directory with --out.");
        }
        removeScraps(directory);
        removeScraps(directory.resolve(RESULTS));
        return new ResultStore(directory, channel);
    }

    /** What a run that was killed had not put in its place yet. */
    private static void removeScraps(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> children = Files.list(directory)) {
                for (Path scrap : children.filter(child ->
                                AtomicFile.isTemporary(child.getFileName().toString()))
                        .toList()) {
                    Files.deleteIfExists(scrap);
                }
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    /** Whether anything but hidden files is there. */
    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.allMatch(child -> child.getFileName().toString().startsWith("."));
        }
    }

    Optional<ClassPlan> plan() throws IOException {
        return readPlan(directory);
    }

    /** Reads the plan of a run that has ended, without keeping others out. */
    static Optional<ClassPlan> readPlan(Path directory) throws IOException {
        Path file = directory.resolve(PLAN);
        return Files.exists(file) ? Optional.of(Json.readPlan(file)) : Optional.empty();
    }

    void write(ClassPlan plan) throws IOException {
        Json.write(plan, directory.resolve(PLAN));
    }

    Optional<ClassResult> result(String submission) throws IOException {
        return readResult(directory, submission);
    }

    /** Reads a result of a run that has ended, without keeping others out. */
    static Optional<ClassResult> readResult(Path directory, String submission) throws IOException {
        Path file = file(directory, submission);
        return Files.exists(file) ? Optional.of(Json.readResult(file)) : Optional.empty();
    }

    void write(ClassResult result) throws IOException {
        Json.write(result, file(directory, result.submission()));
    }

    private static Path file(Path directory, String submission) {
        return directory.resolve(RESULTS).resolve(submission + ".json");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
