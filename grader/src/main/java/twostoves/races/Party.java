package twostoves.races;

/**
 * One of the threads that use the learner's object at once.
 *
 * @param name what the learner reads of it, such as {@code producer 1}; no two of a scenario have the same
 * @param action what it does
 */
public record Party(String name, Action action) {

    /** What a party does with the learner's object. */
    @FunctionalInterface
    public interface Action {

        /**
         * Runs on the party's own thread.
         *
         * @throws Exception if the submission throws it; the exploration then ends with {@link Finding.Threw}. What the
         *     scenario expects to be thrown, it catches itself
         */
        void run() throws Exception;
    }
}
