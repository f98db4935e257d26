package twostoves.sandbox;

import java.nio.file.Path;
import java.util.List;
import twostoves.grading.Exercise;

/** A grader that is at work until somebody kills it. */
final class EndlessRun {

    private EndlessRun() {}

    public static void main(String[] args) throws Exception {
        new Grader(List.of(EndlessChecks.class))
                .grade(Submission.in(Path.of(args[0])), List.of(Exercise.of(EndlessChecks.class)), Options.standard());
    }
}
