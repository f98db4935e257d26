package twostoves.simulation;

/**
 * Thrown in threads that a finished run left behind, when they turn to a simulated service again: ends them.
 *
 * <p>An {@code Error}, so that a learner's {@code catch (Exception e)} does not keep the thread alive.
 */
final class RunAbandoned extends Error {
    private static final long serialVersionUID = 1;

    RunAbandoned() {
        super("the run this thread belonged to is over", null, false, false);
    }

    /** Has a thread that is to be ended say nothing of it. */
    static void dieQuietly(Thread thread) {
        thread.setUncaughtExceptionHandler((dying, reason) -> {});
    }
}
