package twostoves.sandbox;

import java.nio.file.Path;
import java.util.List;
import twostoves.checks.Curriculum;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/**
 * Grades one exercise, with isolation as {@code kata grade} and {@code kata class} do or without it, for {@code
 * grader/isolation-cost} to measure. Without: it is compiled in this process, and its worker has the limits of Java only.
 */
final class IsolationCost {

    private IsolationCost() {}

    /**
     * Grades, and fails unless the exercise is solved.
     *
     * @param args {@code with} or {@code without}, the module, the exercise, and how many times
     * @throws Exception if it cannot be graded
     */
    public static void main(String[] args) throws Exception {
        boolean isolated = args[0].equals("with");
        Submission submission = Submission.in(Path.of(args[1]));
        Exercise exercise = Curriculum.exercises().stream()
                .filter(one -> one.id().equals(args[2]))
                .findFirst()
                .orElseThrow();
        int times = Integer.parseInt(args[3]);
        for (int i = 0; i < times; i++) {
            ExerciseResult result =
                    isolated ? isolated(submission, exercise, times > 1) : plainly(submission, exercise);
            if (result.status() != ExerciseResult.Status.SOLVED) {
                throw new IllegalStateException(result.toString());
            }
        }
    }

    private static ExerciseResult isolated(Submission submission, Exercise exercise, boolean ofMany)
            throws InterruptedException {
        Options options = Options.standard().confinement(Confinement.here()).keepingCompiler(ofMany);
        return new Grader().grade(submission, List.of(exercise), options).getFirst();
    }

    private static ExerciseResult plainly(Submission submission, Exercise exercise) throws InterruptedException {
        try (StandbyGrader grader = new StandbyGrader(Options::standard)) {
            grader.prepare();
            return grader.grade(submission, exercise).result();
        }
    }
}
