package twostoves.cli;

/** Thrown where the command line was used wrongly; the message is for whoever used it. */
final class WrongUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUseException(String message) {
        super(message);
    }
}
