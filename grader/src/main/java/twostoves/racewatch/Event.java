package twostoves.racewatch;

/**
 * Something a thread did where threads can be torn apart.
 *
 * @param thread the name of the thread
 * @param object what it was done to
 * @param site where
 * @param returned whether this is the end of a call and not its beginning
 * @param value the first argument, or at the end what was returned; null if there is none, or none to show
 */
public record Event(String thread, Object object, Site site, boolean returned, Object value) {}
