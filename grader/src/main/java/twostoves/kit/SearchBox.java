package twostoves.kit;

/**
 * A box in a window into which somebody types what to search for.
 *
 * <p>Both methods are called on the user-interface thread, and return at once: while they run, the window is frozen.
 */
public interface SearchBox extends AutoCloseable {

    /**
     * Says that the text in the box has changed: the answer to this query is wanted now, and to no earlier one.
     *
     * @param query the new text, of letters; no two are the same while the box is open
     * @throws NullPointerException if {@code query} is null
     */
    void typed(String query);

    /** Closes the box. Closing it again has no effect, and neither has typing into it afterwards. */
    @Override
    void close();
}
