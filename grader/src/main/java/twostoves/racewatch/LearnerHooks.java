package twostoves.racewatch;

import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What rewritten classes of the learner's call before they use what they may share. Sites go by their number. */
public final class LearnerHooks {

    /** All elements below this are watched, and of those above it one in {@link #SAMPLE}. */
    private static final int ALL_BELOW = 2048;

    private static final int SAMPLE = 64;

    private LearnerHooks() {}

    private static void access(Object owner, long id, boolean writes, Site site) {
        Recording recording = Recording.running();
        ThreadState thread = owner == null ? null : Hooks.watched(recording);
        if (thread != null) {
            recording.access(thread, owner, id, writes, site);
        }
    }

    /** Before a field or static is read. */
    public static void read(Object owner, int site) {
        Site at = Sites.get(site);
        access(owner, at.variable(), false, at);
    }

    /** Before a field or static is written. */
    public static void write(Object owner, int site) {
        Site at = Sites.get(site);
        access(owner, at.variable(), true, at);
    }

    /** Before an element of an array is read. */
    public static void readElement(Object array, int index, int site) {
        element(array, index, false, site);
    }

    /** Before an element of an array is written. */
    public static void writeElement(Object array, int index, int site) {
        element(array, index, true, site);
    }

    private static void element(Object array, int index, boolean writes, int site) {
        if (index >= 0 && (index < ALL_BELOW || index % SAMPLE == 0)) {
            access(array, Variable.arrayElement(index), writes, Sites.get(site));
        }
    }

    /** Before a volatile variable is used: no race, but a place where two steps can be torn apart. */
    public static void volatileUse(Object owner, int site) {
        volatileUse(owner, Sites.get(site));
    }

    private static void volatileUse(Object owner, Site site) {
        meet(owner, Variable.MEETING_PLACE - 1 - site.variable(), site, null);
    }

    /** After a variable handle of a field or static was found. */
    public static void handleFound(VarHandle handle, Class<?> type, String name) {
        Handles.add(handle, type, name);
    }

    /**
     * Before an operation of a variable handle.
     *
     * @param first the first argument; null if there is none, or it is no object
     * @param index the second where the first is an array; else -1
     * @param site of the operation, as long as it does not show which variable it is for
     * @param isPlain whether it is as plain as the variable itself, as {@code get} and {@code set} are
     */
    public static void handleUse(VarHandle handle, Object first, int index, int site, boolean isPlain) {
        if (handle == null || Recording.running() == null) {
            return;
        }
        Site at = Sites.get(site);
        if (index >= 0) {
            if (isPlain) {
                element(first, index, at.deed() == Deed.WRITE, site);
            } else if (index < ALL_BELOW) {
                meet(first, Variable.arrayElement(index), at, null);
            }
            return;
        }
        Handles.Target target = Handles.of(handle);
        if (target == null) {
            return;
        }
        Object owner = target.owner(handle, first);
        Site ofVariable = Sites.of(site, target.variable);
        if (isPlain) {
            access(owner, ofVariable.variable(), ofVariable.deed() == Deed.WRITE, ofVariable);
        } else {
            volatileUse(owner, ofVariable);
        }
    }

    private static void meet(Object object, long id, Site site, Object argument) {
        Recording recording = Recording.running();
        ThreadState thread = object == null ? null : Hooks.watched(recording);
        if (thread != null) {
            recording.meet(thread, object, id, site, argument);
        }
    }

    /** A static initialiser begins: until it has ended, the JVM keeps everybody else away from what it makes. */
    public static void initialiserBegins() {
        Recording recording = Recording.running();
        if (recording != null) {
            recording.current().initialising++;
        }
    }

    /** A static initialiser of this class has ended: whoever uses the class knows what was done before. */
    public static void initialiserEnds(Class<?> initialised) {
        Hooks.releaseInitialised(initialised);
        Recording recording = Recording.running();
        if (recording != null && recording.current().initialising > 0) {
            recording.current().initialising--;
        }
    }

    // ---- calls ---------------------------------------------------------------------------------------------------

    /** Before a method of the JDK is called on an object that may be shared; {@code argument} is the first, or null. */
    public static void call(Object object, Object argument, int site) {
        if (object == null || Recording.running() == null) {
            return;
        }
        Site at = Sites.get(site);
        if (SharedObjects.isUnsafe(object)) {
            unsafeCall(object, argument, at);
        } else if (SharedObjects.isSafe(object)) {
            meet(object, Variable.MEETING_PLACE, at, argument);
        }
    }

    private static void unsafeCall(Object object, Object argument, Site site) {
        switch (site.deed()) {
            case READ -> access(object, Variable.OBJECT, false, site);
            case WRITE -> access(object, Variable.OBJECT, true, site);
            case READ_AT, WRITE_AT -> elementCall(object, argument, site.deed() == Deed.WRITE_AT, site);
            case READ_KEY, WRITE_KEY -> keyCall(object, argument, site.deed() == Deed.WRITE_KEY, site);
            default -> {
                // nothing that others could see
            }
        }
    }

    private static void elementCall(Object list, Object index, boolean writes, Site site) {
        access(list, Variable.OBJECT, false, site);
        if (index instanceof Integer number && number >= 0) {
            access(list, Variable.listElement(number), writes, site);
        }
    }

    /** To replace what a map has for a key is no change of the map, only of that entry. */
    private static void keyCall(Object map, Object key, boolean writes, Site site) {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (thread == null) {
            return;
        }
        boolean has = writes && has(thread, map, key);
        access(map, Variable.OBJECT, writes && !has, site);
        int number = recording.keyNumber(key);
        if (number >= 0 && (!writes || has)) {
            access(map, Variable.mapEntry(number), writes, site);
        }
    }

    private static boolean has(ThreadState thread, Object object, Object key) {
        Class<?> type = object.getClass();
        if (type != HashMap.class && type != LinkedHashMap.class && type != TreeMap.class) {
            return false;
        }
        thread.mute();
        try {
            return ((Map<?, ?>) object).containsKey(key);
        } catch (RuntimeException e) {
            // torn by others, or a key that the map refuses: the call itself will say so
            return false;
        } finally {
            thread.unmute();
        }
    }

    /** Before a collection is handed to a method of the JDK that reads or changes it. */
    public static void passed(Object collection, int site) {
        if (collection != null && SharedObjects.isUnsafe(collection)) {
            Site at = Sites.get(site);
            access(collection, Variable.OBJECT, at.deed() == Deed.WRITE, at);
        }
    }

    /** Before a method of ours is called on an object that says of itself that it is not safe to share. */
    public static void kitCall(Object object, int site) {
        Site at = Sites.get(site);
        access(object, Variable.OBJECT, at.deed() == Deed.WRITE, at);
    }

    /** After a method of the JDK has returned. */
    public static void returned(Object object, Object value, int site) {
        Recording recording = Recording.running();
        ThreadState thread = object == null ? null : Hooks.watched(recording);
        if (thread != null && SharedObjects.isSafe(object)) {
            recording.eventLog().add(thread, object, Sites.get(site), true, value);
        }
    }

    // ---- monitors ------------------------------------------------------------------------------------------------

    /** Before a lock is taken. */
    public static void locking(Object lock, int site) {
        Recording recording = Recording.running();
        ThreadState thread = lock == null ? null : Hooks.watched(recording);
        if (thread == null) {
            return;
        }
        Site at = Sites.get(site);
        LockTable.LockState state = recording.locks().of(lock);
        recording.meet(thread, lock, Variable.MEETING_PLACE, at, null);
        if (recording.locks().holdsAny(thread)) {
            recording.disturbance().beforeSecondLock(thread, recording.locks(), state);
        }
        recording.locks().want(thread, state, at);
        recording.lookForCircle(thread);
    }

    /** After a monitor was entered. */
    public static void locked(Object lock, int site) {
        Recording recording = Recording.running();
        ThreadState thread = lock == null ? null : Hooks.watched(recording);
        if (thread != null) {
            recording.locks().take(thread, recording.locks().of(lock), 1, Sites.get(site));
            recording.acquire(thread, lock, 0);
        }
    }

    /** Before a monitor is left. */
    public static void unlocking(Object lock) {
        Recording recording = Recording.running();
        ThreadState thread = lock == null ? null : Hooks.watched(recording);
        if (thread != null) {
            recording.release(thread, lock, 0);
            recording.locks().release(thread, recording.locks().of(lock));
        }
    }

    // ---- what is called in place of Object's methods -------------------------------------------------------------

    private static boolean isOurs(ThreadState thread, Object monitor) {
        // threads notify those that wait for their end by themselves
        return thread != null && Thread.holdsLock(monitor) && !(monitor instanceof Thread);
    }

    /** {@link Object#wait()}. */
    public static void await(Object monitor, int site) throws InterruptedException {
        await(monitor, 0, site);
    }

    /** {@link Object#wait(long)}. */
    public static void await(Object monitor, long millis, int site) throws InterruptedException {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (millis >= 0 && isOurs(thread, monitor)) {
            recording.monitors().await(thread, monitor, millis, Sites.get(site));
        } else {
            Hooks.release(monitor);
            try {
                monitor.wait(millis);
            } finally {
                Hooks.acquire(monitor);
            }
        }
    }

    /** {@link Object#wait(long, int)}. */
    public static void await(Object monitor, long millis, int nanos, int site) throws InterruptedException {
        await(monitor, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis, site);
    }

    /** {@link Object#notify()}. */
    public static void wakeOne(Object monitor, int site) {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (isOurs(thread, monitor)) {
            recording.monitors().wakeOne(thread, monitor, Sites.get(site));
        } else {
            monitor.notify();
        }
    }

    /** {@link Object#notifyAll()}. */
    public static void wakeAll(Object monitor, int site) {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (isOurs(thread, monitor)) {
            recording.monitors().wakeAll(thread, monitor, Sites.get(site));
        } else {
            monitor.notifyAll();
        }
    }
}
