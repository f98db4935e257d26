package twostoves.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult.Status;

/**
 * The references and alternatives of the module {@code solutions}, as submissions that must be solved.
 *
 * <p>An alternative is judged under the name of the class it could stand in for, so it is copied under that name.
 */
final class Solutions {

    private final Path module;
    private final Path copies;

    /**
     * Opens the module.
     *
     * @param repository the root of the repository
     * @param copies where the copies go
     */
    Solutions(Path repository, Path copies) {
        this.module = repository.resolve("solutions");
        this.copies = copies;
    }

    /** Lists them, in the order of the exercises: {@code fetch-all/solution/FetchAll}, … None if there is no module. */
    List<Exhibited> list() {
        if (!Files.isDirectory(module)) {
            return List.of();
        }
        return Curriculum.exercises().stream().flatMap(this::of).toList();
    }

    private Stream<Exhibited> of(Exercise exercise) {
        Path reference = module.resolve(exercise.sourceFile());
        String className = className(reference);
        try (Stream<Path> files = Files.list(reference.getParent())) {
            return files
                    .filter(file -> className(file).matches(className + "(With\\w+)?"))
                    .sorted()
                    .map(file -> {
                        String name = exercise.id() + "/solution/" + className(file);
                        Path copy = copy(file, copies.resolve(name), className);
                        return new Exhibited(exercise.id(), Status.SOLVED, Optional.empty(), name, copy);
                    })
                    .toList()
                    .stream(); // of what was read: the directory is closed behind it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Other processes may have made the same copy, and have it open. */
    private static Path copy(Path file, Path folder, String className) {
        try {
            String text = Files.readString(file).replaceAll("\\b" + className(file) + "\\b", className);
            Path copy = Files.createDirectories(folder).resolve(className + ".java");
            if (!Files.exists(copy) || !Files.readString(copy).equals(text)) {
                Files.writeString(copy, text);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
