package twostoves.checks.choosing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import twostoves.checks.Endings;
import twostoves.contract.ChooseApproachContract;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Picture;
import twostoves.grading.Subject;
import twostoves.kit.Approach;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/**
 * Asks a submission which approach to take, and holds its answers against what the approaches come to when they are run.
 *
 * @param subject the submission
 */
record Choosing(Subject<ChooseApproachContract> subject) {

    /**
     * Demands the right choice in each of some situations.
     *
     * @return the picture of the last
     */
    Picture demand(List<Situation> situations) {
        demandKnown(situations.stream().map(Situation::known).toList());
        Comparison last = situations.getLast().comparison();
        return last.picture(last.right());
    }

    /** Demands the right answer to each of some questions. */
    void demandKnown(List<KnownQuestion> questions) {
        List<Approach> choices =
                choices(questions.stream().map(KnownQuestion::question).toList());
        for (int i = 0; i < questions.size(); i++) {
            demand(questions.get(i).comparison(), choices.get(i));
        }
    }

    /** Demands the right answer to each of some questions made up now. */
    void demandNew(List<Question> questions) {
        List<Approach> choices = choices(questions);
        for (int i = 0; i < questions.size(); i++) {
            demand(Comparison.of(questions.get(i)), choices.get(i));
        }
    }

    private void demand(Comparison comparison, Approach chosen) {
        if (chosen != comparison.right()) {
            Function<Question, Approach> choice =
                    question -> choices(List.of(question)).getFirst();
            throw new WrongChoice(comparison, chosen).explain(choice);
        }
    }

    private List<Approach> choices(List<Question> questions) {
        Run<List<Approach>> run = subject.run(Settings.STANDARD, (learners, world) -> {
            List<Approach> choices = new ArrayList<>();
            for (Question question : questions) {
                choices.add(learners.choose(question.work(), question.cores()));
            }
            return choices;
        });
        List<Approach> choices = Endings.valueOf(run, subject.exercise(), "some choices");
        int none = choices.indexOf(null);
        if (none >= 0) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "You chose null, which is no approach, for "
                            + questions.get(none).numbers() + ".");
        }
        return choices;
    }
}
