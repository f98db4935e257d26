package twostoves.grading;

/**
 * Thrown by a check that this machine does not let tell: real time has run out, a socket or a process is not to be had.
 *
 * <p>The submission gets full points for the check, and the report says why. Never thrown for what the submission itself has
 * shown.
 */
public final class NotMeasuredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Gives up.
     *
     * @param why what was not to be had, for the learner: one or two short sentences
     */
    public NotMeasuredException(String why) {
        super(why);
    }

    /**
     * Gives up because something failed.
     *
     * @param why what was not to be had, for the learner: one or two short sentences
     * @param cause what failed
     */
    public NotMeasuredException(String why, Throwable cause) {
        super(why, cause);
    }
}
