package twostoves.grading;

import java.util.Optional;

/** Thrown by a check where the submission falls short; says why in the learner's terms. */
public final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final Diagnosis diagnosis;
    private final transient Optional<Place> place;
    private final transient Optional<Picture> picture;
    private final boolean measured;
    private final boolean harmful;

    private CheckFailure(
            Diagnosis diagnosis,
            String message,
            Optional<Place> place,
            Optional<Picture> picture,
            boolean measured,
            boolean harmful) {
        super(message);
        this.diagnosis = diagnosis;
        this.place = place;
        this.picture = picture;
        this.measured = measured;
        this.harmful = harmful;
    }

    /**
     * Reports a failure that the submission itself has proven: a wrong value, a broken rule.
     *
     * @param diagnosis its name
     * @param message what happened, with the numbers of this run: one or two short sentences
     * @return the failure, to be thrown
     */
    public static CheckFailure proven(Diagnosis diagnosis, String message) {
        return new CheckFailure(diagnosis, message, Optional.empty(), Optional.empty(), false, false);
    }

    /**
     * Reports a failure that rests on the simulation's account of time or threads. It counts only if it shows again.
     *
     * @param diagnosis its name
     * @param message what happened, with the numbers of this run: one or two short sentences
     * @return the failure, to be thrown
     */
    public static CheckFailure measured(Diagnosis diagnosis, String message) {
        return new CheckFailure(diagnosis, message, Optional.empty(), Optional.empty(), true, false);
    }

    /**
     * Adds the line of the learner's code.
     *
     * @param where the line
     * @return a failure like this one, with the line
     */
    public CheckFailure at(Place where) {
        return at(Optional.of(where));
    }

    /**
     * Adds the line of the learner's code, if there is one.
     *
     * @param where the line
     * @return a failure like this one, with the line
     */
    public CheckFailure at(Optional<Place> where) {
        return new CheckFailure(diagnosis, getMessage(), where, picture, measured, harmful);
    }

    /**
     * Adds what was seen.
     *
     * @param seen the run to draw
     * @return a failure like this one, with the picture
     */
    public CheckFailure showing(Picture seen) {
        return new CheckFailure(diagnosis, getMessage(), place, Optional.of(seen), measured, harmful);
    }

    /**
     * Says that running the submission could do harm: nothing else of it is run.
     *
     * @return a failure like this one that stops all later checks
     */
    public CheckFailure stoppingAll() {
        return new CheckFailure(diagnosis, getMessage(), place, picture, measured, true);
    }

    /**
     * Names the failure.
     *
     * @return the diagnosis
     */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /**
     * Points to the learner's code.
     *
     * @return the line, if one is to blame
     */
    public Optional<Place> place() {
        return place;
    }

    /**
     * Shows the run.
     *
     * @return what is to be drawn, if anything
     */
    public Optional<Picture> picture() {
        return picture;
    }

    /**
     * Tells whether the failure rests on the simulation's account of time or threads, and counts only if it shows again.
     *
     * @return whether it was measured rather than proven
     */
    public boolean isMeasured() {
        return measured;
    }

    boolean isHarmful() {
        return harmful;
    }
}
