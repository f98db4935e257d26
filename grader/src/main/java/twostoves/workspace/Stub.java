package twostoves.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import twostoves.grading.Exercise;
import twostoves.report.AtomicFile;

/**
 * What an exercise looks like before anybody has begun with it.
 *
 * @param exercise the exercise
 * @param text its source file, with line feeds at the ends of lines
 */
public record Stub(Exercise exercise, String text) {

    /** A copy beside the classes of the grader, which the maintainers' build keeps: learners write over the first one. */
    private static final String FOLDER = "/twostoves/stubs/";

    private static final String SOURCES = "src/main/java/twostoves/";
    private static final String COPIES = "reset";

    /**
     * Finds the stub of an exercise.
     *
     * @param exercise the exercise
     * @return its stub
     * @throws IOException if it cannot be read
     */
    public static Stub of(Exercise exercise) throws IOException {
        String resource = FOLDER + exercise.sourceFile().substring(SOURCES.length());
        try (InputStream stream = Stub.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("there is no stub of " + exercise.id() + " in this grader");
            }
            return new Stub(exercise, inLineFeeds(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static String inLineFeeds(String text) {
        return text.replace("\r\n", "\n");
    }

    /**
     * Tells whether nobody has begun.
     *
     * @param repository the working tree
     * @return whether the learner's file holds this stub already
     * @throws IOException if the file cannot be read
     */
    public boolean isThere(Repository repository) throws IOException {
        Path file = repository.source(exercise);
        return Files.exists(file)
                && inLineFeeds(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .equals(text);
    }

    /**
     * Puts the stub in the place of what the learner has written, of which a copy is kept first.
     *
     * @param repository the working tree
     * @return where the copy is; empty if there was nothing to keep
     * @throws IOException if the copy cannot be made, and nothing is changed then; or if the file cannot be written
     */
    public Optional<Path> restore(Repository repository) throws IOException {
        Path file = repository.source(exercise);
        Optional<Path> copy = Files.exists(file) ? Optional.of(keep(file, repository)) : Optional.empty();
        AtomicFile.replace(file, text);
        return copy;
    }

    /** Under a name that no copy has yet: FetchAll-1.java, FetchAll-2.java, and so on. */
    private static Path keep(Path file, Repository repository) throws IOException {
        Memory.open(repository.memory());
        Path folder = Files.createDirectories(repository.memory().resolve(COPIES));
        String name = file.getFileName().toString().replaceAll("\\.java$", "");
        int number = 1;
        while (Files.exists(folder.resolve(name + "-" + number + ".java"))) {
            number++;
        }
        return Files.copy(file, folder.resolve(name + "-" + number + ".java"));
    }
}
