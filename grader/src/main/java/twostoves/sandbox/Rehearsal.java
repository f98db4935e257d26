package twostoves.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twostoves.grading.Exercise;
import twostoves.grading.Workbench;

/**
 * A submission of our own that a worker judges while nobody waits for it, so that all that the verdict on the learner's will
 * need is loaded, linked and started: the reference solution, compiled when the grader was built.
 *
 * @param checks the binary name of the exercise's class of checks
 * @param classes where the reference's class files are
 */
record Rehearsal(String checks, Path classes) {

    private static final String FLAG = "--rehearsing";

    /**
     * Finds the reference of an exercise.
     *
     * @param checks the exercise's class of checks
     * @return the rehearsal; empty if the references were not compiled, or if there is none of this exercise
     */
    static Optional<Rehearsal> of(Class<?> checks) {
        return RehearsalClasses.place().flatMap(classes -> of(checks, classes));
    }

    static Optional<Rehearsal> of(Class<?> checks, Path classes) {
        String file = Exercise.of(checks).className().replace('.', File.separatorChar) + ".class";
        return Files.isRegularFile(classes.resolve(file))
                ? Optional.of(new Rehearsal(checks.getName(), classes))
                : Optional.empty();
    }

    /** What tells a worker of it on its command line. */
    List<String> arguments() {
        return List.of(FLAG, checks, classes.toString());
    }

    /** Reads what {@link #arguments} wrote, wherever it stands on the command line. */
    static Optional<Rehearsal> in(String... arguments) {
        int flag = Arrays.asList(arguments).indexOf(FLAG);
        return flag < 0
                ? Optional.empty()
                : Optional.of(new Rehearsal(arguments[flag + 1], Path.of(arguments[flag + 2])));
    }

    Workbench bench() {
        return new Workbench(Optional.of(classes), Map.of());
    }
}
