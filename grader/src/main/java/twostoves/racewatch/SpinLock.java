package twostoves.racewatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps others out for a few instructions; unlike a monitor it never makes a virtual thread leave its carrier. */
final class SpinLock {

    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN = MethodHandles.lookup().findVarHandle(SpinLock.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile boolean taken;

    void lock() {
        while (!TAKEN.compareAndSet(this, false, true)) {
            Thread.onSpinWait();
        }
    }

    void unlock() {
        taken = false;
    }
}
