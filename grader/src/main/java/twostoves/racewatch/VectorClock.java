package twostoves.racewatch;

import java.util.Arrays;

/** Vector clocks: for each thread, by number, how far it is known to have come. Absent entries are 0. */
final class VectorClock {

    private VectorClock() {}

    static int get(int[] clock, int thread) {
        return thread < clock.length ? clock[thread] : 0;
    }

    /** The later of both, entry by entry; {@code clock} itself if the other tells nothing new. */
    static int[] merge(int[] clock, int[] other) {
        if (!tellsMore(other, clock)) {
            return clock;
        }
        int[] merged = Arrays.copyOf(clock, Math.max(clock.length, other.length));
        mergeInto(merged, other);
        return merged;
    }

    private static boolean tellsMore(int[] other, int[] clock) {
        for (int i = 0; i < other.length; i++) {
            if (other[i] > get(clock, i)) {
                return true;
            }
        }
        return false;
    }

    private static void mergeInto(int[] clock, int[] other) {
        for (int i = 0; i < other.length; i++) {
            if (other[i] > clock[i]) {
                clock[i] = other[i];
            }
        }
    }

    /** The same, and may change {@code clock} itself. */
    static int[] learn(int[] clock, int[] other) {
        int[] large = other.length > clock.length ? Arrays.copyOf(clock, other.length) : clock;
        mergeInto(large, other);
        return large;
    }
}
