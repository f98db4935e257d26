package twostoves.checks.choosing;

import java.util.function.Function;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.kit.Approach;
import twostoves.kit.Dependence;

/**
 * Names what is wrong with a choice, and says what it costs.
 *
 * @param comparison what the four approaches have come to
 * @param chosen the one that was chosen, which is not the one to choose
 */
record WrongChoice(Comparison comparison, Approach chosen) {

    private static final int ONE_CORE = 1;
    private static final int MANY_CORES = 64;

    /**
     * Explains.
     *
     * @param choice what the submission chooses
     */
    CheckFailure explain(Function<Question, Approach> choice) {
        Approach right = comparison.right();
        Outcome yours = comparison.of(chosen);
        Outcome best = comparison.of(right);
        String enough = best.makespan() > yours.makespan() ? ", hardly longer," : "";
        return CheckFailure.proven(
                        name(choice),
                        comparison.question().what() + ": "
                                + comparison.question().numbers() + ". You chose " + chosen + ", which takes "
                                + yours.length() + " on " + yours.threads() + ". " + right + " takes " + best.length()
                                + enough + " on " + best.threads() + ".\n" + comparison.table(chosen))
                .showing(comparison.picture(chosen));
    }

    private Diagnosis name(Function<Question, Approach> choice) {
        if (comparison.question().work().dependence() == Dependence.EACH_ON_THE_LAST) {
            return Diagnosis.DEPENDENCE_IGNORED;
        }
        if (comparison.right() == Approach.SEQUENTIAL && isTooLittle()) {
            return Diagnosis.THREADS_FOR_LITTLE_WORK;
        }
        if (hasWorkersForOneCore() || ignoresCores(choice)) {
            return Diagnosis.CORES_IGNORED;
        }
        return switch (chosen) {
            case SEQUENTIAL -> Diagnosis.SEQUENTIAL;
            case CONCURRENT -> Diagnosis.CONCURRENT_FOR_COMPUTING;
            case PARALLEL -> Diagnosis.PARALLEL_FOR_WAITING;
            case BOTH -> Diagnosis.MORE_THREADS_THAN_NEEDED;
        };
    }

    /** Whether no number of cores makes it worth starting a thread. */
    private boolean isTooLittle() {
        return forecast(comparison.question().on(MANY_CORES)) == Approach.SEQUENTIAL;
    }

    private boolean hasWorkersForOneCore() {
        boolean workers = chosen == Approach.PARALLEL || chosen == Approach.BOTH;
        return workers && comparison.question().cores() == ONE_CORE;
    }

    /**
     * Whether the same is chosen for one core and for many, where that is right for one of them and wrong for the other. To let
     * one core compute for all is another mistake, and has a name of its own.
     */
    private boolean ignoresCores(Function<Question, Approach> choice) {
        Question one = comparison.question().on(ONE_CORE);
        Question many = comparison.question().on(MANY_CORES);
        if (chosen == Approach.CONCURRENT || choice.apply(one) != chosen || choice.apply(many) != chosen) {
            return false;
        }
        Approach rightForOne = forecast(one);
        Approach rightForMany = forecast(many);
        return rightForOne != rightForMany && (chosen == rightForOne || chosen == rightForMany);
    }

    /** What is right elsewhere is asked only for the name, so nothing is run for it. */
    private static Approach forecast(Question question) {
        return new Forecast(question.work(), question.cores()).right();
    }
}
