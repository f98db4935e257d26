package twostoves.racewatch;

/**
 * A thread that holds a lock and wants another.
 *
 * @param thread the thread
 * @param name its name
 * @param held the lock it holds
 * @param heldAt where it took that
 * @param wanted the lock it wants
 * @param wantedAt where it wants it
 */
public record Waiting(Thread thread, String name, Object held, Site heldAt, Object wanted, Site wantedAt) {}
