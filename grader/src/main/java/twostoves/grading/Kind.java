package twostoves.grading;

import java.util.Locale;

/** What a check looks at; points are spread over these. */
public enum Kind {
    /** The right answers. */
    VALUES,
    /** The makespan, in virtual time. */
    TIME,
    /** Which threads, how many, who ran what, what was left behind, and the rules of the exercise. */
    THREADS,
    /** Failures, interruption, extreme arguments. */
    EDGES,
    /** Data races. */
    RACES;

    /**
     * Names the kind as reports do.
     *
     * @return the name in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
