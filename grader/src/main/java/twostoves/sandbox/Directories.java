package twostoves.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK does for files only. */
final class Directories {

    private Directories() {}

    /**
     * Deletes a directory and all that is in it.
     *
     * @param directory the directory; if there is none, nothing is done
     * @throws IOException if it cannot be read, or if something in it cannot be deleted
     */
    static void delete(Path directory) throws IOException {
        for (Path path : bottomUp(directory)) {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Lists what is in a directory, each before the directory that it lies in.
     *
     * @param directory the directory
     * @return its contents and, last, itself; empty if there is none
     * @throws IOException if it cannot be read
     */
    static List<Path> bottomUp(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
