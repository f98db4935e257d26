package twostoves.racewatch;

/**
 * How the threads of a run are to be disturbed. Whatever is done is something that a legal schedule could have done.
 *
 * @param seed what arbitrary choices are made from
 * @param disturbs whether threads are held up at all
 * @param target at which of the contended places the first thread to come is held until another has passed, counting
 *     through them again and again; -1 for pauses at arbitrary ones
 * @param wakesFalsely whether waits return now and then for no reason
 * @param holdsBeforeLocks whether a thread that holds a lock is held before it takes a second one, until another has it
 * @param childrenFirst whether whoever starts a thread is held until that one waits for something or has ended
 */
public record Plan(
        long seed,
        boolean disturbs,
        int target,
        boolean wakesFalsely,
        boolean holdsBeforeLocks,
        boolean childrenFirst) {

    /** A run in which nobody is disturbed. */
    public static Plan undisturbed(long seed) {
        return new Plan(seed, false, -1, false, false, false);
    }
}
