package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import twostoves.evidence.LearnerPackages;

/**
 * The part of a directory that is graded: the Java sources in the four packages of the exercises, and nothing else.
 *
 * <p>Build files, tests, resources and whatever else lies beside them are not looked at, so they cannot change a verdict. At
 * most {@value #MAX_FILES} files are taken, of at most {@value #MAX_FILE_BYTES} bytes each and {@value #MAX_BYTES} in all.
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

    private static final String PACKAGE_INFO = "package-info";

    /** Ten times what all exercises and their alternatives need; the same holds for the next two. */
    private static final int MAX_FILES = 1_000;

    private static final int MAX_FILE_BYTES = 256 * 1024;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Of whatever kind: a tree of a million empty directories is not walked through. */
    private static final int MAX_ENTRIES = 10_000;

    private static final int MAX_DEPTH = 16;

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
     * @throws InvalidSubmissionException if there is no such file, if there is too much, if one cannot be read, if anything
     *     in those packages is a link or no plain file, or if a source has a name that no Java class or package has, or one
     *     that differs from another in capitals only
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
                    refuseOddities(file, module.resolve(ROOT));
                    sources.add(file);
                }
            }
        }
        refuseTwins(sources);
        refuseTooMuch(sources);
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
        List<Path> entries;
        try (Stream<Path> files = Files.walk(directory, MAX_DEPTH)) {
            entries = files.limit(MAX_ENTRIES).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidSubmissionException("Cannot read " + directory + ": " + e.getMessage());
        }
        if (entries.size() == MAX_ENTRIES) {
            throw new InvalidSubmissionException(String.format(
                    Locale.ROOT,
                    "%s holds more than %,d files and directories. Remove what does not belong there.",
                    directory,
                    MAX_ENTRIES));
        }
        return entries.stream()
                .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .sorted()
                .toList();
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

    /** To read a pipe would never end; and a name is shown to people, and becomes that of a class. */
    private static void refuseOddities(Path file, Path root) throws InvalidSubmissionException {
        for (Path segment : root.relativize(file)) {
            String name = segment.toString();
            String identifier = name.endsWith(JAVA) ? name.substring(0, name.length() - JAVA.length()) : name;
            if (!isIdentifier(identifier) && !identifier.equals(PACKAGE_INFO)) {
                throw new InvalidSubmissionException("\"" + name + "\" in "
                        + file.getParent()
                        + " is no name of a Java class or package. Rename it.");
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidSubmissionException(file + " is no plain file. Remove it.");
        }
    }

    private static boolean isIdentifier(String name) {
        return SourceVersion.isName(name)
                && name.codePoints().noneMatch(point -> point == '.' || Character.isIdentifierIgnorable(point));
    }

    /** On some systems they are one and the same file, and so are their classes. */
    private static void refuseTwins(List<Path> sources) throws InvalidSubmissionException {
        Map<String, Path> seen = new HashMap<>();
        for (Path source : sources) {
            Path twin = seen.put(source.toString().toLowerCase(Locale.ROOT), source);
            if (twin != null) {
                throw new InvalidSubmissionException(
                        twin + " and " + source + " differ in capitals only. Rename one of them.");
            }
        }
    }

    private static void refuseTooMuch(List<Path> sources) throws InvalidSubmissionException {
        if (sources.size() > MAX_FILES) {
            throw new InvalidSubmissionException(String.format(
                    Locale.ROOT,
                    "There are %,d Java files in the packages of the exercises, and at most %,d are graded.",
                    sources.size(),
                    MAX_FILES));
        }
        long sum = 0;
        for (Path source : sources) {
            long bytes = size(source);
            if (bytes > MAX_FILE_BYTES) {
                throw new InvalidSubmissionException(String.format(
                        Locale.ROOT,
                        "%s has %,d bytes, and a source file may have %,d. Make it smaller.",
                        source,
                        bytes,
                        MAX_FILE_BYTES));
            }
            sum += bytes;
        }
        if (sum > MAX_BYTES) {
            throw new InvalidSubmissionException(String.format(
                    Locale.ROOT, "The Java files have %,d bytes in all, and may have %,d.", sum, MAX_BYTES));
        }
    }

    private static long size(Path source) throws InvalidSubmissionException {
        try {
            return Files.size(source);
        } catch (IOException e) {
            throw new InvalidSubmissionException("Cannot read " + source + ": " + e.getMessage());
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
