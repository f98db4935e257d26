package twostoves.sandbox;

/** Thrown where a directory holds nothing that can be graded; the message is one line for people. */
public final class InvalidSubmissionException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidSubmissionException(String message) {
        super(visible(message));
    }

    /** Names of files may hold what steers a terminal, or turns the direction of writing. */
    private static String visible(String message) {
        return message.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
