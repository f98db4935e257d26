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

/** The references and alternatives of the module {@code solutions}, as submissions that must be solved. */
final class Solutions {

    private final Path module;

    /**
     * Opens the module.
     *
     * @param repository the root of the repository
     */
    Solutions(Path repository) {
        this.module = repository.resolve("solutions");
    }

    /** Lists them, in the order of the exercises: {@code fetch-all/solution/FetchAll}, … None if there is no module. */
    List<Exhibited> list() {
        if (!Files.isDirectory(module)) {
            return List.of();
        }
        return Curriculum.exercises().stream()
                .flatMap(exercise -> of(exercise).stream())
                .toList();
    }

    private List<Exhibited> of(Exercise exercise) {
        Path reference = module.resolve(exercise.sourceFile());
        String className = Exhibited.className(reference);
        try (Stream<Path> files = Files.list(reference.getParent())) {
            return files.filter(file -> Exhibited.className(file).matches(className + "(With\\w+)?"))
                    .sorted()
                    .map(file -> new Exhibited(
                            exercise.id(),
                            Status.SOLVED,
                            Optional.empty(),
                            exercise.id() + "/solution/" + Exhibited.className(file),
                            file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
