package twostoves.racewatch;

import java.util.ArrayList;
import java.util.List;

/** What is known of one thread in one run. Used by the thread itself, unless said otherwise. */
final class ThreadState extends IdentityTable.Entry {

    /** The grader's own threads bear names that begin like this, and have no part in any run. */
    private static final String GRADERS = "kata-";

    final Thread thread;
    final int number;
    final boolean graders;

    private int[] clock;

    /** Whether another thread may have learnt of all that this one has done so far, so that what follows is new. */
    private boolean published;

    /** How deep it is in code of our own, which is not to be watched. */
    private int muted;

    /** How deep it is in static initialisers: the JVM keeps everybody else away from what they make. */
    int initialising;

    /** Whether it is between the two calls of an optimistic read, which may race by design. */
    boolean optimistic;

    /** How often it has been held up, or woken for no reason, in this run. */
    int pauses;

    int falseWakes;

    /** Whether it has tried a lock in vain and not taken one since. */
    boolean hasTriedInVain;

    /** The locks it holds, in order; guarded by the table of locks. */
    final List<LockTable.Held> held = new ArrayList<>();

    /** The lock it wants and where, or null; guarded by the table of locks. */
    LockTable.LockState wanted;

    Site wantedAt;

    private long random;

    ThreadState(Thread thread, int number, long seed) {
        super(thread, 0);
        this.thread = thread;
        this.number = number;
        this.graders = thread.getName().startsWith(GRADERS);
        this.clock = new int[number + 1];
        clock[number] = 1;
        random = (seed + number + 1) * 0x9E3779B97F4A7C15L | 1;
        muted = graders ? 1 : 0;
    }

    String name() {
        String name = thread.getName();
        return name.isEmpty() ? "virtual thread ".concat(Long.toString(thread.threadId())) : name;
    }

    /** An arbitrary number from 0 on, below the bound. */
    int draw(int bound) {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) ((random >>> 33) % bound);
    }

    boolean isMuted() {
        return muted > 0;
    }

    void mute() {
        muted++;
    }

    void unmute() {
        if (muted > 0) {
            muted--;
        }
    }

    /** What it knows, for another thread to learn. */
    int[] publish() {
        published = true;
        return clock;
    }

    void learn(int[] other) {
        clock = VectorClock.learn(clock, other);
    }

    /** Whether something that a thread did at its time {@code when} happened before what this thread does now. */
    boolean knows(ThreadState other, int when) {
        return other == this || VectorClock.get(clock, other.number) >= when;
    }

    /** Its own time, for something it does now. */
    int now() {
        if (published) {
            clock[number]++;
            published = false;
        }
        return clock[number];
    }
}
