package twostoves.grading;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a session judges: where the learner's classes are, and which of their files do not compile.
 *
 * <p>Put into the session's store under {@link Gradebook#NAMESPACE} by whoever starts the session; without it the classes
 * are looked for on the class path.
 *
 * @param classes a directory of compiled classes; empty for the class path
 * @param compileProblems for each class that does not compile, by binary name, the compiler's first message
 * @param measuringSpeedUp whether to measure, for an exercise that is solved, what more workers gain on this machine: that
 *     takes half a second
 */
public record Workbench(Optional<Path> classes, Map<String, CompileProblem> compileProblems, boolean measuringSpeedUp) {

    /** A workbench that takes everything from the class path. */
    public static final Workbench CLASS_PATH = new Workbench(Optional.empty(), Map.of(), false);

    /** Creates a workbench; copies what it is given. */
    public Workbench {
        compileProblems = Map.copyOf(compileProblems);
    }

    /**
     * Creates a workbench at which nothing is measured on this machine.
     *
     * @param classes a directory of compiled classes; empty for the class path
     * @param compileProblems for each class that does not compile, by binary name, the compiler's first message
     */
    public Workbench(Optional<Path> classes, Map<String, CompileProblem> compileProblems) {
        this(classes, compileProblems, false);
    }

    /**
     * Asks for the speed-up to be measured, or not.
     *
     * @param wanted whether to measure
     * @return this workbench with that wish
     */
    public Workbench measuringSpeedUp(boolean wanted) {
        return new Workbench(classes, compileProblems, wanted);
    }

    /**
     * The first thing the compiler complained of in one file.
     *
     * @param message the compiler's words
     * @param place where
     */
    public record CompileProblem(String message, Place place) {}
}
