package twostoves.racewatch;

/** What a line of the learner's does to something that threads may share. */
public enum Deed {
    /** Nothing that is watched. */
    NONE,
    /** Reads a variable, or calls a method that reads its object. */
    READ,
    /** Writes a variable, or calls a method that changes its object. */
    WRITE,
    /** Calls a method that reads the element of a list. */
    READ_AT,
    /** Calls a method that replaces the element of a list. */
    WRITE_AT,
    /** Calls a method that reads what a map has for a key. */
    READ_KEY,
    /** Calls a method that changes what a map has for a key; if the map did not have the key, the map itself. */
    WRITE_KEY,
    /** Takes a lock. */
    LOCK,
    /** Waits to be notified. */
    WAIT
}
