package twostoves.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import twostoves.grading.Exercise;

/**
 * A working tree of Two Stoves.
 *
 * @param root its top directory
 */
public record Repository(Path root) {

    /** The file by which a working tree is known. */
    public static final String LANDMARK = "exercises/pom.xml";

    private static final String JAVA = ".java";

    /**
     * Finds the repository.
     *
     * @param directory where to begin; then the directories above it
     * @return the first of them that is a working tree, if one is
     */
    public static Optional<Repository> above(Path directory) {
        return candidates(directory)
                .filter(candidate -> Files.isRegularFile(candidate.resolve(LANDMARK)))
                .findFirst()
                .map(Repository::new);
    }

    private static Stream<Path> candidates(Path directory) {
        return Stream.iterate(
                        Optional.of(directory.toAbsolutePath().normalize()),
                        Optional::isPresent,
                        candidate -> candidate.map(Path::getParent))
                .flatMap(Optional::stream);
    }

    /**
     * The module in which learners write.
     *
     * @return its directory
     */
    public Path exercises() {
        return root.resolve("exercises");
    }

    /**
     * Tells where the learner writes one exercise.
     *
     * @param exercise the exercise
     * @return its source file
     */
    public Path source(Exercise exercise) {
        return exercises().resolve(exercise.sourceFile());
    }

    /**
     * Tells where there is more to read about an exercise.
     *
     * @param exercise the exercise
     * @return its page
     */
    public Path page(Exercise exercise) {
        return root.resolve("docs/exercises").resolve(exercise.id() + ".md");
    }

    /** The module with our own solutions; a course may have taken it away. */
    public Path solutions() {
        return root.resolve("solutions");
    }

    /**
     * Lists our own solutions of an exercise, to compare with.
     *
     * @param exercise the exercise
     * @return the reference first, then the alternatives by name; those that are there
     */
    public List<Path> solutions(Exercise exercise) {
        Path reference = solutions().resolve(exercise.sourceFile());
        String name = reference.getFileName().toString();
        String alternative = name.substring(0, name.length() - JAVA.length()) + "With";
        try (Stream<Path> files = Files.list(reference.getParent())) {
            return files.filter(file -> file.getFileName().toString().equals(name)
                            || file.getFileName().toString().startsWith(alternative))
                    .sorted((a, b) -> a.equals(reference) ? -1 : b.equals(reference) ? 1 : a.compareTo(b))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /**
     * Where graded runs leave what they write.
     *
     * @return that directory, which may not be there yet
     */
    public Path reports() {
        return root.resolve("target/kata");
    }

    /**
     * What the last graded run left, by the command line or by Maven.
     *
     * @return the file of the report
     */
    public Path report() {
        return reports().resolve("report.json");
    }

    /**
     * Where the command line keeps what it remembers; not in {@code target}, which is deleted often.
     *
     * @return that directory, which may not be there yet
     */
    public Path memory() {
        return root.resolve(".kata");
    }
}
