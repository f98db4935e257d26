package twostoves.checks.choosing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import twostoves.checks.Endings;
import twostoves.contract.CookDinnerContract;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.kit.Step;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** Plans that cannot be cooked are to be refused, by name, before anything is cooked. */
final class Refusals {

    private Refusals() {}

    /**
     * Demands that a plan is refused.
     *
     * @param dinner the steps of the plan that are sound
     * @param more those that are not
     * @param what is wrong with the plan, for the message
     * @param names the names of which the message is to contain one
     */
    static void demand(
            Subject<CookDinnerContract> subject, Dinner dinner, List<Step> more, String what, Set<String> names) {
        Cooking cooking = Cooking.of(subject, Settings.STANDARD, dinner.and(more), what);
        Run<?> run = cooking.run();
        if (run.end() == Run.End.DEADLOCKED) {
            throw CheckFailure.measured(
                            Diagnosis.UNCHECKED_ARGUMENTS,
                            what + ": this plan is to be refused, but your method waits for ever.")
                    .at(Endings.placeOf(run.stalled()));
        }
        Endings.demandEnd(run, subject.exercise(), what);
        Optional<Throwable> refusal = run.failure().filter(IllegalArgumentException.class::isInstance);
        if (refusal.isPresent() && !cooking.kitchen().begun().isEmpty()) {
            throw CheckFailure.proven(
                            Diagnosis.REFUSED_TOO_LATE,
                            what + ". You refused this plan, but had begun "
                                    + cooking.kitchen().begun().getFirst() + " by then.")
                    .at(Endings.placeOf(refusal.get()));
        }
        if (refusal.isEmpty()) {
            throw CheckFailure.proven(
                            Diagnosis.UNCHECKED_ARGUMENTS,
                            what + ": this plan is to be refused with an IllegalArgumentException, but your method "
                                    + run.failure()
                                            .map(thrown -> "threw " + Endings.describe(thrown))
                                            .orElse("returned "
                                                    + run.value()
                                                            .map(Object::toString)
                                                            .orElse("null"))
                                    + ".")
                    .at(run.failure().flatMap(Endings::placeOf));
        }
        String message = Optional.ofNullable(refusal.get().getMessage()).orElse("");
        if (names.stream().noneMatch(name -> contains(message, name))) {
            throw CheckFailure.proven(
                            Diagnosis.UNCHECKED_ARGUMENTS,
                            what + ". The message of your exception is to say so by "
                                    + (names.size() == 1 ? "that name" : "one of these names") + ", but it is \""
                                    + message
                                    + "\".")
                    .at(Endings.placeOf(refusal.get()));
        }
    }

    private static boolean contains(String message, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(message)
                .find();
    }
}
