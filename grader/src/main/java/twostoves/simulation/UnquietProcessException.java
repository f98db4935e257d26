package twostoves.simulation;

import java.util.List;

/** Threads that have nothing to do with the submission keep the process busy, so that nothing can be judged in it. */
public final class UnquietProcessException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param threads the names of those that keep the process busy
     */
    public UnquietProcessException(List<String> threads) {
        super("threads left running by an earlier exercise keep this process busy: " + String.join(", ", threads)
                + ". Grade this exercise by itself.");
    }
}
