package twostoves.grading;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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

    private static final int MAX_CAUSES = 100;

    private Culprit() {}

    /**
     * Returns the failure of the submission that this is; empty if it is a fault of the grader. Calls no method of what is of the
     * learner's own class: it may do anything.
     */
    static Optional<CheckFailure> ofSubmission(Throwable thrown) {
        if (isOfLearnersClass(thrown)) {
            return Optional.of(failure(thrown, Optional.empty()));
        }
        Optional<Frame> frame = Arrays.stream(thrown.getStackTrace())
                .map(Frame::of)
                .filter(one -> one.isLearners() && one.line() > 0)
                .findFirst();
        return frame.isPresent()
                        || causes(thrown)
                                .anyMatch(cause ->
                                        isOfLearnersClass(cause) || isUntraceable(cause) || isOfImpossibleValue(cause))
                ? Optional.of(failure(thrown, frame))
                : Optional.empty();
    }

    private static CheckFailure failure(Throwable thrown, Optional<Frame> frame) {
        return CheckFailure.proven(
                        Diagnosis.THROWS_UNEXPECTEDLY,
                        "What your method returned throws " + thrown.getClass().getSimpleName()
                                + " when it is looked at.")
                .at(frame.map(Place::of));
    }

    /** The first of the learner's own class is the last; a chain may also end in itself. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, cause -> isOfLearnersClass(cause) ? null : cause.getCause())
                .limit(MAX_CAUSES);
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
