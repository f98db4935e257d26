package twostoves.evidence;

/**
 * A stretch of virtual time in which one thread waited for one request or computed on one core.
 *
 * @param label what it was for, as the learner would name it: a path, a number
 * @param item the index or number of the item it was for; orders spans that start together
 * @param activity waiting or computing
 * @param thread the thread that waited or computed
 * @param start virtual nanoseconds since the run began
 * @param end virtual nanoseconds since the run began; for an unfinished span, when the run ended
 * @param ending how it ended
 */
public record Span(
        String label, long item, Activity activity, ThreadIdentity thread, long start, long end, Ending ending) {

    /** What the thread did. */
    public enum Activity {
        /** It waited for an answer and needed no core. */
        WAITING,
        /** It occupied one simulated core. */
        COMPUTING
    }

    /** How a span ended. */
    public enum Ending {
        /** With an answer, or with the end of the computation. */
        COMPLETED,
        /** With the failure the simulated service had in store. */
        FAILED,
        /** Given up before its time, because the thread was interrupted. */
        INTERRUPTED,
        /** One quantum of a computation that went on later. */
        PREEMPTED,
        /** Never: it was still under way when the run was over. */
        UNFINISHED
    }

    /**
     * Measures this span.
     *
     * @return its length in virtual nanoseconds, not negative
     */
    public long length() {
        return end - start;
    }

    /**
     * Tells whether this span and another share an instant of more than no length.
     *
     * @param other another span
     * @return whether the two overlap
     */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
