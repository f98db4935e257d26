package twostoves.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import twostoves.evidence.LearnerPackages;

/**
 * The part of a directory that is graded: the Java sources in the four packages of the exercises, and nothing else.
 *
 * <p>Build files, tests, resources and whatever else lies beside them are not looked at, so they cannot change a verdict.
 *
 * @param module the module; places are told relative to it
 * @param sources the source files, in the order of their paths
 */
public record Submission(Path module, List<Path> sources) {

    /** Where a module keeps its sources. */
    private static final Path ROOT = Path.of("src", "main", "java");

    /** The module of a repository in which learners write. */
    private static final String EXERCISES = "exercises";

    private static final String JAVA = ".java";

    /** Creates a submission; makes its paths absolute, as the compiler names them. */
    public Submission {
        module = absolute(module);
        sources = sources.stream().map(Submission::absolute).toList();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Looks for what is to be graded.
     *
     * @param directory a clone of the repository, of which the module {@code exercises} is meant; or any directory that
     *     holds {@code src/main/java}, such as that module by itself or the module {@code solutions}
     * @return the submission; at least one file
     * @throws InvalidSubmissionException if there is no such file, if one cannot be read, or if anything in those packages
     *     is a symbolic link
     */
    public static Submission in(Path directory) throws InvalidSubmissionException {
        if (!Files.isDirectory(directory)) {
            throw new InvalidSubmissionException("There is no directory " + directory + ".");
        }
        Path module = Files.isDirectory(directory.resolve(ROOT)) ? directory : directory.resolve(EXERCISES);
        List<Path> sources = new ArrayList<>();
        for (String packageName : LearnerPackages.NAMES) {
            Path inPackage = module.resolve(ROOT).resolve(packageName.replace('.', '/'));
            for (Path file : filesBelow(inPackage)) {
                refuseLinks(directory, file);
                if (file.getFileName().toString().endsWith(JAVA)) {
                    sources.add(file);
                }
            }
        }
        if (sources.isEmpty()) {
            throw new InvalidSubmissionException("Nothing to grade in " + directory
                    + ": no Java sources in src/main/java/twostoves/{concurrency,parallelism,sharing,choosing},"
                    + " there or in its directory exercises.");
        }
        return new Submission(module, sources);
    }

    /** Does not follow links but lists them; leaves out hidden files, such as the locks that editors make of links. */
    private static List<Path> filesBelow(Path directory) throws InvalidSubmissionException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidSubmissionException("Cannot read " + directory + ": " + e.getMessage());
        }
    }

    /** A link could bring in any file of the machine. */
    private static void refuseLinks(Path directory, Path file) throws InvalidSubmissionException {
        Path step = directory;
        for (Path name : directory.relativize(file)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new InvalidSubmissionException(step + " is a symbolic link, and links are not graded.");
            }
        }
    }

    /**
     * Tells where the packages begin.
     *
     * @return {@code src/main/java} of the module
     */
    public Path sourceRoot() {
        return module.resolve(ROOT);
    }

    /**
     * Names the class that a source file is for.
     *
     * @param source one of the sources
     * @return the binary name of its class
     */
    public String className(Path source) {
        String path = withSlashes(sourceRoot().relativize(source));
        return path.substring(0, path.length() - JAVA.length()).replace('/', '.');
    }

    /**
     * Names a source file as places do.
     *
     * @param source one of the sources
     * @return its path relative to the module, with forward slashes
     */
    public String nameOf(Path source) {
        return withSlashes(module.relativize(source));
    }

    private static String withSlashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
