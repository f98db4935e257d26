package twostoves.kit;

/**
 * Marks an exercise that has not been begun: every stub throws it.
 *
 * <p>An exercise whose first run throws {@code Todo} is <em>unsolved</em>, not failed, and earns nothing.
 */
public final class Todo extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates the marker a stub throws in place of a result. */
    public Todo() {
        super("not begun yet");
    }
}
