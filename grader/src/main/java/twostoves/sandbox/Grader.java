package twostoves.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;
import twostoves.grading.Workbench;

/**
 * Grades a submission in processes of its own, so that nothing it does (ending the process, eating all memory, never coming
 * back, not even when it is compiled) costs it more than the exercise concerned.
 */
public final class Grader {

    private final Map<String, Class<?>> checks;

    /** Creates a grader for the exercises of the curriculum. */
    public Grader() {
        this(Curriculum.checkClasses());
    }

    Grader(List<Class<?>> checks) {
        this.checks = checks.stream()
                .collect(Collectors.toMap(type -> Exercise.of(type).id(), Function.identity()));
    }

    /**
     * Grades exercises of a submission.
     *
     * @param submission the sources
     * @param exercises what to grade
     * @param options how
     * @return one result for each exercise, in that order; where the grader itself fails it is an error that says why
     * @throws InterruptedException if the calling thread is interrupted
     */
    public List<ExerciseResult> grade(Submission submission, List<Exercise> exercises, Options options)
            throws InterruptedException {
        List<ExerciseResult> results = new ArrayList<>();
        try (Workshop workshop = Workshop.open();
                CompilerProcess kept = CompilerProcess.open(options)) {
            Path classes = workshop.roomForClasses();
            Workers workers = new Workers(workshop, options);
            // before the compiler: both take their time, and neither needs the other to begin
            workers.prepare();
            Workbench bench = Compilation.compileWithout(
                    others(exercises), submission, classes, options.keepingCompiler() ? kept : workers);
            for (Exercise exercise : exercises) {
                results.add(workers.grade(exercise, checks.get(exercise.id()), bench));
            }
        } catch (RuntimeException fault) {
            for (Exercise exercise : exercises.subList(results.size(), exercises.size())) {
                ExerciseResult error = CheckRun.error(exercise, fault.toString());
                options.progress().graded(error, "", List.of());
                results.add(error);
            }
        }
        return results;
    }

    private Set<String> others(List<Exercise> exercises) {
        return checks.values().stream()
                .map(Exercise::of)
                .filter(exercise -> !exercises.contains(exercise))
                .map(Exercise::sourceFile)
                .collect(Collectors.toSet());
    }
}
