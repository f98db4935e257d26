package twostoves.racewatch;

/**
 * Two accesses that nothing orders, at least one of which writes.
 *
 * @param owner the object whose variable it is, or the class of a static
 * @param kind what is shared
 * @param index the index of an array element; else 0
 * @param firstThread the name of the thread that came first in this run
 * @param first where
 * @param firstWrites whether it changed the variable
 * @param secondThread the name of the other
 * @param second where
 * @param secondWrites whether it changed the variable
 */
public record Conflict(
        Object owner,
        Kind kind,
        int index,
        String firstThread,
        Site first,
        boolean firstWrites,
        String secondThread,
        Site second,
        boolean secondWrites) {

    /** What is shared. */
    public enum Kind {
        /** A field or a static. */
        FIELD,
        /** An element of an array. */
        ELEMENT,
        /** An object that is not thread-safe, or what it keeps. */
        OBJECT
    }
}
