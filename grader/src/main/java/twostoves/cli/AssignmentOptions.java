package twostoves.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import twostoves.classroom.Assignment;
import twostoves.report.Weights;

/** Which exercises are graded, and how much each of them counts. */
final class AssignmentOptions {

    @Option(names = "--only", paramLabel = "ID", split = ",", description = "Grade these exercises; otherwise all.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Grade the exercises that this kata.yml names, and count them as it says.")
    private Optional<Path> config = Optional.empty();

    /**
     * Finds the exercises and their weights.
     *
     * @throws WrongUseException if an exercise is unknown, or the file says something that cannot be
     */
    Assignment assignment(Surroundings surroundings) {
        refuseBoth();
        return file(surroundings)
                .map(file -> AssignmentFile.read(file, surroundings.nameOf(file)))
                .orElseGet(() -> new Assignment(Assignment.TITLE, Exercises.named(only), Weights.EQUAL));
    }

    /** The file with the teacher's settings, where there is one. */
    Optional<Path> file(Surroundings surroundings) {
        return config.map(surroundings::resolve);
    }

    private void refuseBoth() {
        if (config.isPresent() && !only.isEmpty()) {
            throw new WrongUseException("Give --only or --config, not both: the file says which exercises count.");
        }
    }
}
