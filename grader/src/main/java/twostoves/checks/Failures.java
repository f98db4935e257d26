package twostoves.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import twostoves.grading.CheckFailure;
import twostoves.grading.Diagnosis;
import twostoves.simulation.Run;

/** A failure and an interrupt must reach the caller. */
public final class Failures {

    private Failures() {}

    /**
     * Demands that a call has thrown the very exception that its collaborator threw.
     *
     * @param run a run that has ended
     * @param original what the collaborator threw
     * @param what what failed, for the message, such as {@code the request for /api/users}
     * @throws CheckFailure if the exception was swallowed, wrapped or replaced
     */
    public static void demandOriginal(Run<?> run, Throwable original, String what) {
        if (run.failure().isEmpty()) {
            String value = run.value().map(Failures::print).orElse("null");
            throw CheckFailure.proven(
                    Diagnosis.SWALLOWED_FAILURE,
                    what + " failed with " + Endings.describe(original) + ", and your method returned " + shorten(value)
                            + " as if nothing had happened.");
        }
        Throwable thrown = run.failure().get();
        if (thrown == original) {
            return;
        }
        boolean related = hasCause(thrown, original)
                || List.of(thrown.getSuppressed()).contains(original)
                || thrown.getClass() == original.getClass();
        if (!related && !isWrapper(thrown)) {
            throw Endings.unexpected(thrown);
        }
        throw CheckFailure.proven(
                        Diagnosis.WRAPPED_FAILURE,
                        what + " failed with " + Endings.describe(original)
                                + ", but your method threw another exception: " + Endings.describe(thrown) + ".")
                .at(Endings.placeOf(thrown));
    }

    /**
     * Demands that a call has thrown one of the very exceptions that its collaborator threw.
     *
     * @param run a run that has ended
     * @param originals what the collaborator threw, any of which will do; not empty
     * @param what what failed, for the message, such as {@code 2 of 6 requests}
     * @throws CheckFailure if no exception was thrown, or another one
     */
    public static void demandOneOf(Run<?> run, List<? extends Throwable> originals, String what) {
        Throwable original = run.failure()
                .filter(thrown -> originals.stream().anyMatch(each -> each == thrown))
                .orElse(originals.getFirst());
        demandOriginal(run, original, what);
    }

    /** A list that is computed when it is looked at may fail only then. */
    private static String print(Object value) {
        try {
            return value.toString();
        } catch (RuntimeException failed) {
            return "something that throws " + failed.getClass().getSimpleName() + " when it is looked at";
        }
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof IOException || thrown.getClass() == RuntimeException.class;
    }

    private static boolean hasCause(Throwable thrown, Throwable original) {
        return Optional.ofNullable(thrown.getCause())
                .map(cause -> cause == original || hasCause(cause, original))
                .orElse(false);
    }

    private static String shorten(String value) {
        return value.length() > 80 ? value.substring(0, 77) + "..." : value;
    }

    /**
     * Demands that an interrupt of the caller is not lost: the call throws {@link InterruptedException}, or ends with the
     * thread's interrupt flag set.
     *
     * @param run a run that has ended and in which the caller was interrupted
     * @param when when it was, for the message
     * @throws CheckFailure if nothing shows the interrupt afterwards
     */
    public static void demandInterruptKept(Run<?> run, String when) {
        boolean thrown =
                run.failure().filter(InterruptedException.class::isInstance).isPresent();
        if (!run.interruptStruck() || thrown || run.interruptedAtReturn()) {
            return;
        }
        String outcome = run.failure()
                .map(failure -> "threw " + Endings.describe(failure))
                .orElse("returned");
        throw CheckFailure.proven(
                Diagnosis.INTERRUPT_SWALLOWED,
                "The calling thread was interrupted " + when + ". Your method " + outcome
                        + ", and the thread's interrupt flag is clear: nobody will ever know.");
    }

    /**
     * Demands that a call which nobody interrupted ends with the thread's interrupt flag clear. It may be set by a thread
     * of the submission that wakes the caller in this way.
     *
     * @param run a run that has ended
     * @throws CheckFailure if the flag is set
     */
    public static void demandNoInterruptLeft(Run<?> run) {
        if (run.interruptedAtReturn() && !run.interruptStruck()) {
            throw CheckFailure.proven(
                    Diagnosis.WRONG_VALUES,
                    "Nobody had interrupted the calling thread, and when your method ended the thread's interrupt flag was"
                            + " set: the next call that waits will throw InterruptedException.");
        }
    }
}
