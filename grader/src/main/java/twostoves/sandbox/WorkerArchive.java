package twostoves.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import twostoves.fork.ChildJvm;

/**
 * A cache of loaded classes beside the grader's jar, with which a worker starts in half the time. A JVM for which it is
 * not fit does without.
 *
 * @param file where it is, or will be
 * @param options how the workers grade that it is for
 */
public record WorkerArchive(Path file, Options options) {

    private static final String JAR = ".jar";
    private static final int PATIENCE_SECONDS = 120;

    /** Finds the archive that was made for such workers of this grader. */
    static Optional<WorkerArchive> find(Options options) {
        return place(options).filter(archive -> Files.isRegularFile(archive.file));
    }

    /**
     * Tells where the archive for such workers belongs: one is good only for the flags with which it was made.
     *
     * @param options how they grade
     * @return its place; empty if the grader does not run from one single jar, which is all that a JVM makes archives of
     */
    public static Optional<WorkerArchive> place(Options options) {
        return beside(options.ownTree() ? "-worker.aot" : "-marks.aot").map(file -> new WorkerArchive(file, options));
    }

    /**
     * Names a place beside the grader's jar.
     *
     * @param ending what follows the name of the jar without its {@code .jar}
     * @return the place; empty if the grader does not run from one single jar
     */
    static Optional<Path> beside(String ending) {
        String classPath = ChildJvm.classes();
        return classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)
                ? Optional.of(Path.of(classPath.substring(0, classPath.length() - JAR.length()) + ending))
                : Optional.empty();
    }

    /**
     * Makes the archive, by a worker that only warms up, with a rehearsal if there is one. Takes some seconds. Put in place whole, so that graders started
     * meanwhile cannot meet half of one.
     *
     * @param checks the class of checks to rehearse
     * @return whether there is one now
     * @throws IOException if the directory cannot be written
     * @throws InterruptedException if the calling thread is interrupted
     */
    public boolean make(Class<?> checks) throws IOException, InterruptedException {
        try (Workshop workshop = Workshop.open()) {
            Path directory = workshop.room("rehearsal");
            Path made = directory.resolve("worker.aot");
            Process rehearsal = WorkerCommand.making(made, options, Rehearsal.of(checks))
                    .builder(directory)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!rehearsal.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.isRegularFile(made)) {
                    return false;
                }
            } finally {
                rehearsal.destroyForcibly();
            }
            Path beside = Files.copy(
                    made, Path.of(file + "." + ProcessHandle.current().pid()), StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }
}
