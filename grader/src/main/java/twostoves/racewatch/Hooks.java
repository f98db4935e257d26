package twostoves.racewatch;

import java.lang.invoke.VarHandle;

/** What rewritten classes call, of the JDK and of everybody else: before and after whatever orders threads. */
public final class Hooks {

    /** The number under which an interrupt is released and acquired, apart from the thread's own monitor. */
    private static final long INTERRUPT = -7;

    /** The number under which the end of a static initialiser is released, apart from the monitor of the class. */
    private static final long INITIALISATION = -8;

    private Hooks() {}

    /** The calling thread in the running recording, or null if there is nothing to watch. */
    static ThreadState watched(Recording recording) {
        if (recording == null) {
            return null;
        }
        ThreadState thread = recording.current();
        return thread.isMuted() ? null : thread;
    }

    private static void release(Object object, long id) {
        Recording recording = Recording.running();
        ThreadState thread = object == null ? null : watched(recording);
        if (thread != null) {
            recording.release(thread, object, id);
        }
    }

    private static void acquire(Object object, long id) {
        Recording recording = Recording.running();
        ThreadState thread = object == null ? null : watched(recording);
        if (thread != null) {
            recording.acquire(thread, object, id);
        }
    }

    /** Before an operation that tells others: a volatile write, the end of a monitor, a compare-and-set. */
    public static void release(Object object) {
        release(object, 0);
    }

    /** After an operation that learns from others: a volatile read, the beginning of a monitor, a compare-and-set. */
    public static void acquire(Object object) {
        acquire(object, 0);
    }

    /** The same for memory reached by its offset: elements of arrays one by one, fields by their object. */
    public static void releaseAt(Object object, long offset) {
        release(object, place(object, offset));
    }

    /** The same for memory reached by its offset: elements of arrays one by one, fields by their object. */
    public static void acquireAt(Object object, long offset) {
        acquire(object, place(object, offset));
    }

    private static long place(Object object, long offset) {
        return object != null && object.getClass().isArray() ? offset : 0;
    }

    /** Before an operation of a variable handle; {@code first} is its first argument. */
    public static void releaseThrough(VarHandle handle, Object first) {
        release(isStatic(handle) ? handle : first, 0);
    }

    /** After an operation of a variable handle; {@code first} is its first argument. */
    public static void acquireThrough(VarHandle handle, Object first) {
        acquire(isStatic(handle) ? handle : first, 0);
    }

    private static boolean isStatic(VarHandle handle) {
        return handle != null && handle.coordinateTypes().isEmpty();
    }

    /** When a static initialiser has ended. */
    static void releaseInitialised(Class<?> initialised) {
        release(initialised, INITIALISATION);
    }

    /** When a class is used, so that its static initialiser has ended. */
    public static void acquireInitialised(Class<?> used) {
        acquire(used, INITIALISATION);
    }

    // ---- threads -------------------------------------------------------------------------------------------------

    /** Before a thread is started: it will know all that its starter knows. */
    public static void starting(Thread started) {
        Recording recording = Recording.running();
        ThreadState thread = watched(recording);
        if (thread != null) {
            recording.of(started).learn(thread.publish());
        }
    }

    /** After a thread was started. */
    public static void started(Thread started) {
        Recording recording = Recording.running();
        ThreadState thread = watched(recording);
        if (thread != null) {
            recording.disturbance().afterStart(thread, started);
        }
    }

    /** After a thread was asked whether it has ended: if so, all that it knew is known. */
    public static void asked(Thread other) {
        Recording recording = Recording.running();
        ThreadState thread = watched(recording);
        if (thread != null && other != thread.thread) {
            thread.mute();
            try {
                if (other.getState() == Thread.State.TERMINATED) {
                    thread.learn(recording.of(other).publish());
                }
            } finally {
                thread.unmute();
            }
        }
    }

    /** When a virtual thread has ended: what its carrier does next for it is ordered after all that it did. */
    public static void virtualEnded(Thread ended) {
        Recording recording = Recording.running();
        if (recording != null) {
            ThreadState carrier = recording.current();
            if (carrier.thread != ended) {
                carrier.learn(recording.of(ended).publish());
            }
        }
    }

    /** Before a thread is interrupted. */
    public static void interrupting(Thread other) {
        release(other, INTERRUPT);
    }

    /** After a thread was asked whether it has been interrupted. */
    public static void askedForInterrupt(Thread other) {
        acquire(other, INTERRUPT);
    }

    /** When the learner's code catches something, which may be an interrupt. */
    public static void caught() {
        acquire(Thread.currentThread(), INTERRUPT);
    }

    /** Not to be watched until {@link #unmute()}: the calling thread does something of ours. */
    public static void mute() {
        Recording recording = Recording.running();
        if (recording != null) {
            recording.current().mute();
        }
    }

    /** Ends what {@link #mute()} has begun. */
    public static void unmute() {
        Recording recording = Recording.running();
        if (recording != null) {
            recording.current().unmute();
        }
    }
}
