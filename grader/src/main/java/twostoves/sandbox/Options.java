package twostoves.sandbox;

import java.time.Duration;
import java.util.List;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Gradebook;

/**
 * How a submission is graded.
 *
 * @param processors how many processors the submission is told that it has; at least 1
 * @param limit how long one exercise may take before its process is ended; generous, since the checks have limits of
 *     their own
 * @param compilerLimit how much processor time the compiler may take for a submission before it is ended
 * @param seed what randomised inputs are made from
 * @param progress who is told of each result
 * @param measuringSpeedUp whether to measure what more workers gain on this machine, where an exercise is solved
 * @param confinement what keeps workers from the rest of the machine
 * @param keepingCompiler whether a process that only compiles is kept for further submissions; otherwise the worker compiles
 * @param ownTree whether somebody grades their own code for their own benefit: then a worker withstands accidents, and starts
 *     faster than one that is to withstand malice
 */
public record Options(
        int processors,
        Duration limit,
        Duration compilerLimit,
        long seed,
        Progress progress,
        boolean measuringSpeedUp,
        Confinement confinement,
        boolean keepingCompiler,
        boolean ownTree) {

    /** The memory for the objects of a submission, in megabytes. */
    static final int MEMORY = 512;

    /** No confinement, four processors, two minutes an exercise, half a minute of processor time for the compiler, a seed from the system property {@code kata.seed} or at random. */
    public static Options standard() {
        return new Options(
                4,
                Duration.ofMinutes(2),
                Duration.ofSeconds(30),
                new Gradebook().seed(),
                (result, output, defects) -> {},
                false,
                Confinement.NONE,
                false,
                false);
    }

    /** The standard options for a learner's own tree. */
    public static Options ofOwnTree() {
        Options standard = standard();
        return new Options(
                standard.processors,
                standard.limit,
                standard.compilerLimit,
                standard.seed,
                standard.progress,
                standard.measuringSpeedUp,
                standard.confinement,
                false,
                true);
    }

    /** Follows the grading of a submission. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Is told of a result as soon as it is known.
         *
         * @param result the result
         * @param output what the submission printed meanwhile, cut after 64 KiB
         * @param defects what the checks noted about the grader itself; usually nothing
         */
        void graded(ExerciseResult result, String output, List<String> defects);
    }

    /**
     * Sets the number of processors.
     *
     * @param count at least 1
     * @return these options with that many processors
     */
    public Options processors(int count) {
        return new Options(
                count, limit, compilerLimit, seed, progress, measuringSpeedUp, confinement, keepingCompiler, ownTree);
    }

    /**
     * Sets the time limit.
     *
     * @param perExercise how long one exercise may take
     * @return these options with that limit
     */
    public Options limit(Duration perExercise) {
        return new Options(
                processors,
                perExercise,
                compilerLimit,
                seed,
                progress,
                measuringSpeedUp,
                confinement,
                keepingCompiler,
                ownTree);
    }

    /**
     * Sets the time limit of the compiler.
     *
     * @param perSubmission how much processor time it may take
     * @return these options with that limit
     */
    public Options compilerLimit(Duration perSubmission) {
        return new Options(
                processors,
                limit,
                perSubmission,
                seed,
                progress,
                measuringSpeedUp,
                confinement,
                keepingCompiler,
                ownTree);
    }

    /**
     * Sets the seed.
     *
     * @param value what randomised inputs are made from
     * @return these options with that seed
     */
    public Options seed(long value) {
        return new Options(
                processors,
                limit,
                compilerLimit,
                value,
                progress,
                measuringSpeedUp,
                confinement,
                keepingCompiler,
                ownTree);
    }

    /**
     * Sets who is told.
     *
     * @param listener who is told of each result
     * @return these options with that listener
     */
    public Options progress(Progress listener) {
        return new Options(
                processors,
                limit,
                compilerLimit,
                seed,
                listener,
                measuringSpeedUp,
                confinement,
                keepingCompiler,
                ownTree);
    }

    /**
     * Sets whether the speed-up is measured.
     *
     * @param wanted whether to measure what more workers gain; half a second for an exercise that is solved
     * @return these options with that wish
     */
    public Options measuringSpeedUp(boolean wanted) {
        return new Options(
                processors, limit, compilerLimit, seed, progress, wanted, confinement, keepingCompiler, ownTree);
    }

    /**
     * Sets what keeps workers from the rest of the machine.
     *
     * @param wanted the confinement
     * @return these options with that confinement
     */
    public Options confinement(Confinement wanted) {
        return new Options(
                processors, limit, compilerLimit, seed, progress, measuringSpeedUp, wanted, keepingCompiler, ownTree);
    }

    /**
     * Sets whether the compiler is kept: that pays for a class, as a compiler that is warm is several times as fast, but costs a
     * process more for one submission.
     *
     * @param wanted whether a process that only compiles is kept for further submissions
     * @return these options with that wish
     */
    public Options keepingCompiler(boolean wanted) {
        return new Options(
                processors, limit, compilerLimit, seed, progress, measuringSpeedUp, confinement, wanted, ownTree);
    }
}
