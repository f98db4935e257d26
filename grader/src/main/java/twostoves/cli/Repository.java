package twostoves.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A working tree of Two Stoves.
 *
 * @param root its top directory
 */
record Repository(Path root) {

    private static final String LANDMARK = "exercises/pom.xml";

    /**
     * Finds the repository.
     *
     * @param directory where to begin; then the directories above it
     * @throws WrongUseException if there is none
     */
    static Repository above(Path directory) {
        return candidates(directory)
                .filter(candidate -> Files.isRegularFile(candidate.resolve(LANDMARK)))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new WrongUseException("Not in a clone of Two Stoves: there is no " + LANDMARK
                        + " in " + directory + " or above it."));
    }

    private static Stream<Path> candidates(Path directory) {
        return Stream.iterate(
                        Optional.of(directory.toAbsolutePath().normalize()),
                        Optional::isPresent,
                        candidate -> candidate.map(Path::getParent))
                .flatMap(Optional::stream);
    }

    /** The module in which learners write. */
    Path exercises() {
        return root.resolve("exercises");
    }

    /** Where graded runs leave what they write. */
    Path reports() {
        return root.resolve("target/kata");
    }

    /** What the last graded run left, by this command line or by Maven. */
    Path report() {
        return reports().resolve("report.json");
    }

    /** What the command line remembers; not in {@code target}, which is deleted often. */
    Path memory() {
        return root.resolve(".kata");
    }
}
