package twostoves.grading;

import java.util.Optional;

/** Takes the picture that a check wants to be shown beside its result, also when it passes. Used by one thread. */
public final class Exhibit {

    private Optional<Picture> picture = Optional.empty();

    /**
     * Shows a run.
     *
     * @param seen what is to be drawn; replaces an earlier one
     */
    public void show(Picture seen) {
        picture = Optional.of(seen);
    }

    Optional<Picture> picture() {
        return picture;
    }
}
