package twostoves.checks;

import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.grading.Subject;
import twostoves.simulation.Run;
import twostoves.simulation.Settings;

/** Arguments at the edge are treated as the contract says. */
public final class Arguments {

    private Arguments() {}

    /**
     * Demands that a call throws.
     *
     * @param subject the submission
     * @param expected the exception that the contract names
     * @param call the call, for the message, such as {@code fetchAll(null, api)}
     * @param use makes the call
     * @param <T> the contract
     * @throws CheckFailure if the call returns, throws something else or never ends
     */
    public static <T> void demandThrows(
            Subject<T> subject, Class<? extends Throwable> expected, String call, Subject.Use<T, ?> use) {
        Run<?> run = subject.run(Settings.STANDARD, use::apply);
        Endings.demandEnd(run, subject.exercise(), call);
        if (run.failure().isEmpty()) {
            String value = run.value().map(Object::toString).orElse("null");
            throw CheckFailure.proven(
                    Diagnosis.UNCHECKED_ARGUMENTS,
                    call + " is to throw " + expected.getSimpleName() + ", but it returned " + value + ".");
        }
        Throwable thrown = run.failure().get();
        if (!expected.isInstance(thrown)) {
            throw CheckFailure.proven(
                            Diagnosis.UNCHECKED_ARGUMENTS,
                            call + " is to throw " + expected.getSimpleName() + ", but it threw "
                                    + Endings.describe(thrown) + ".")
                    .at(Endings.placeOf(thrown));
        }
    }

    /**
     * Demands that a call with an empty argument returns a given value.
     *
     * @param subject the submission
     * @param expected the value
     * @param call the call, for the message
     * @param use makes the call
     * @param <T> the contract
     * @throws CheckFailure if it returns another value, throws or never ends
     */
    public static <T> void demandValue(Subject<T> subject, Object expected, String call, Subject.Use<T, ?> use) {
        Run<?> run = subject.run(Settings.STANDARD, use::apply);
        Endings.demandEnd(run, subject.exercise(), call);
        String outcome = run.failure()
                .map(failure -> "it threw " + Endings.describe(failure))
                .orElseGet(() -> "it returned " + run.value().map(Object::toString).orElse("null"));
        if (run.failure().isPresent() || !run.value().filter(expected::equals).isPresent()) {
            throw CheckFailure.proven(
                    Diagnosis.UNCHECKED_ARGUMENTS, call + " is to return " + expected + ", but " + outcome + ".");
        }
    }
}
