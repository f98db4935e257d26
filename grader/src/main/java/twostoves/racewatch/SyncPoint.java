package twostoves.racewatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** An object through which threads order what they do: all that was released there is known to whoever acquires it. */
final class SyncPoint extends IdentityTable.Entry {

    private static final VarHandle CLOCK;

    static {
        try {
            CLOCK = MethodHandles.lookup().findVarHandle(SyncPoint.class, "clock", int[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int[] clock = {};

    SyncPoint(Object key, long id) {
        super(key, id);
    }

    void release(int[] known) {
        int[] before;
        int[] after;
        do {
            before = clock;
            after = VectorClock.merge(before, known);
        } while (after != before && !CLOCK.compareAndSet(this, before, after));
    }

    int[] acquire() {
        return clock;
    }
}
