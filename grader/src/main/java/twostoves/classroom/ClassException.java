package twostoves.classroom;

/** Thrown where a class cannot be graded or merged as asked; the message tells people what to do. */
public final class ClassException extends Exception {
    private static final long serialVersionUID = 1;

    ClassException(String message) {
        super(message);
    }
}
