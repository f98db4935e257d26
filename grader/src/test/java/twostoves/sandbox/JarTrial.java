package twostoves.sandbox;

import java.nio.file.Path;
import java.util.List;
import twostoves.grading.Exercise;
import twostoves.grading.ExerciseResult;

/** Grades a submission to {@code greet} without rules, in a process of its own, and prints what came of it. */
final class JarTrial {

    private JarTrial() {}

    /**
     * Grades.
     *
     * @param args the directory of the submission
     */
    public static void main(String[] args) throws InterruptedException, InvalidSubmissionException {
        ExerciseResult result = new Grader(List.of(GreetChecks.class))
                .grade(
                        Submission.in(Path.of(args[0])),
                        List.of(Exercise.of(GreetChecks.class)),
                        Options.standard().confinement(Confinement.NONE))
                .getFirst();
        System.out.println(result.status() + "\n" + result.checks().getFirst().message());
    }
}
