package twostoves.sandbox;

import java.nio.file.Path;
import java.util.List;
import twostoves.grading.Exercise;

/** A grader that is at work until somebody kills it. */
final class EndlessRun {

    private EndlessRun() {}

    /**
     * Grades without end.
     *
     * @param args the module, and the {@link Confinement.Walls}
     * @throws Exception if it cannot be graded
     */
    public static void main(String[] args) throws Exception {
        new Grader(List.of(EndlessChecks.class))
                .grade(
                        Submission.in(Path.of(args[0])),
                        List.of(Exercise.of(EndlessChecks.class)),
                        Options.standard()
                                .confinement(Confinement.find(Confinement.Walls.valueOf(args[1]))
                                        .orElseThrow()));
    }
}
