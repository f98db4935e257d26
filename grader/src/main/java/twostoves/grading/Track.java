package twostoves.grading;

import java.util.Locale;

/** The four tracks of the curriculum. */
public enum Track {
    /** Waiting work. */
    CONCURRENCY("One stove: concurrency"),
    /** Computing work. */
    PARALLELISM("Two stoves: parallelism"),
    /** State that several threads share. */
    SHARING("The shared kitchen: shared state"),
    /** Knowing when to use which. */
    CHOOSING("Which stove? Choosing and combining");

    private final String title;

    Track(String title) {
        this.title = title;
    }

    /**
     * Names the track for people.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Names the track as reports and packages do.
     *
     * @return the name in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
