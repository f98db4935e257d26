package twostoves.sandbox;

/** Thrown where a directory holds nothing that can be graded; the message is one line for people. */
public final class InvalidSubmissionException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidSubmissionException(String message) {
        super(message);
    }
}
