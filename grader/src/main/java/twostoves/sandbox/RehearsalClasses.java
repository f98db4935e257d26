package twostoves.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import twostoves.fork.ChildJvm;

/** The compiled references, in a directory beside the grader's jar: what a {@link Rehearsal} is made of. */
public final class RehearsalClasses {

    private RehearsalClasses() {}

    /**
     * Tells where they belong.
     *
     * @return their place, whether they are there or not; empty if the grader does not run from one single jar
     */
    static Optional<Path> place() {
        return WorkerArchive.beside("-rehearsal");
    }

    /**
     * Compiles them. Put in place whole, so that commands started meanwhile cannot meet half of them.
     *
     * @param solutions the module {@code solutions}
     * @throws InvalidSubmissionException if there are none
     * @throws IOException if the directory beside the jar cannot be written
     */
    public static void make(Path solutions) throws InvalidSubmissionException, IOException {
        Optional<Path> place = place();
        if (place.isEmpty()) {
            return;
        }
        Submission references = Submission.in(solutions);
        Path made = Path.of(place.get() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(made);
            Compilation.compile(references, ChildJvm.classes(), made);
            Directories.delete(place.get());
            Files.move(made, place.get());
        } finally {
            Directories.delete(made);
        }
    }
}
