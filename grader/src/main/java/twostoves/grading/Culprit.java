package twostoves.grading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import twostoves.evidence.Frame;
import twostoves.evidence.LearnerPackages;

/**
 * Tells what comes out of a check because of the submission from a fault of the grader, which would cost the learner nothing.
 *
 * <p>Runs catch what they throw. What comes out of a check all the same is thrown where a result is looked at: by the learner's
 * own class, a list for example; or by the check, which met something that the types of the contract rule out.
 */
final class Culprit {

    private Culprit() {}

    /** Returns the failure of the submission that this is; empty if it is a fault of the grader. */
    static Optional<CheckFailure> ofSubmission(Throwable thrown) {
        Optional<Frame> frame = Arrays.stream(thrown.getStackTrace())
                .map(Frame::of)
                .filter(one -> one.isLearners() && one.line() > 0)
                .findFirst();
        boolean guilty = frame.isPresent()
                || causes(thrown)
                        .anyMatch(cause ->
                                isOfLearnersClass(cause) || isUntraceable(cause) || isOfImpossibleValue(cause));
        return Optional.of(thrown)
                .filter(unused -> guilty)
                .map(unused -> CheckFailure.proven(
                                Diagnosis.THROWS_UNEXPECTEDLY,
                                "What your method returned throws "
                                        + thrown.getClass().getSimpleName() + " when it is looked at.")
                        .at(frame.map(Place::of)));
    }

    /** A chain of causes may end in itself. */
    private static Stream<Throwable> causes(Throwable thrown) {
        Set<Throwable> met = new HashSet<>();
        return Stream.iterate(
                thrown, cause -> cause != null && met.size() < 100 && met.add(cause), Throwable::getCause);
    }

    private static boolean isOfLearnersClass(Throwable cause) {
        return LearnerPackages.contains(cause.getClass().getName());
    }

    /** The grader takes no stack trace away. */
    private static boolean isUntraceable(Throwable cause) {
        return cause.getStackTrace().length == 0;
    }

    /**
     * The checks are compiled without unchecked casts on what they are given, and do not nest without end: another type, or a
     * depth like that, comes from the submission. Nor does anybody but the submission interrupt them.
     */
    private static boolean isOfImpossibleValue(Throwable cause) {
        return cause instanceof ClassCastException
                || cause instanceof ArrayStoreException
                || cause instanceof StackOverflowError
                || cause instanceof NullPointerException
                || cause instanceof InterruptedException;
    }
}
