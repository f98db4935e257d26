package twostoves.classroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that holds one directory for each submission. What else lies there, and what is hidden, is not looked at.
 *
 * @param directory the directory
 * @param names the names of the submissions, sorted; at least one
 */
public record ClassFolder(Path directory, List<String> names) {

    private static final List<String> MARKS_OF_ONE_SUBMISSION = List.of("src/main/java", "exercises/src/main/java");

    /** Creates a class folder; copies what it is given. */
    public ClassFolder {
        names = List.copyOf(names);
    }

    /**
     * Looks for submissions.
     *
     * @param directory where their directories are
     * @param out where results go; no submission, if it lies there too
     * @return the folder
     * @throws ClassException if it is no such folder
     * @throws IOException if it cannot be read
     */
    public static ClassFolder in(Path directory, Path out) throws ClassException, IOException {
        if (!Files.isDirectory(directory)) {
            throw new ClassException("There is no directory " + directory + ".");
        }
        if (holdsSources(directory)) {
            throw new ClassException(directory + " is one submission: grade it with \"kata grade " + directory
                    + "\". A class is a directory that holds one directory for each submission.");
        }
        try (Stream<Path> children = Files.list(directory)) {
            List<String> names = children.filter(Files::isDirectory)
                    .filter(child -> !isSame(child, out))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new ClassException("There is no submission in " + directory
                        + ": it should hold one directory for each, such as a clone.");
            }
            return new ClassFolder(directory, names);
        }
    }

    private static boolean isSame(Path child, Path out) {
        return child.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize());
    }

    private static boolean holdsSources(Path directory) {
        return MARKS_OF_ONE_SUBMISSION.stream().anyMatch(mark -> Files.isDirectory(directory.resolve(mark)));
    }

    /**
     * Finds what is to be graded of a submission.
     *
     * @param name one of the names
     * @return its directory, or the only one within if it holds no sources itself, as after unpacking a download
     * @throws ClassException if it is a symbolic link, which could lead to anybody's work
     * @throws IOException if it cannot be read
     */
    Path locate(String name) throws ClassException, IOException {
        Path submission = directory.resolve(name);
        if (Files.isSymbolicLink(submission)) {
            throw new ClassException(name + " is a symbolic link, and links are not graded.");
        }
        if (holdsSources(submission)) {
            return submission;
        }
        try (Stream<Path> children = Files.list(submission)) {
            List<Path> within = children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .toList();
            return within.size() == 1 ? within.getFirst() : submission;
        }
    }
}
