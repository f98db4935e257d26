package twostoves.racewatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** What rewritten classes of the learner's call in place of the methods of {@code java.util.concurrent.locks}. */
public final class LockHooks {

    private static final long FALSE_WAKE_NANOS = 200_000;

    /** A bound for what must end by itself: some thread of those that wait is on its way. */
    private static final int STEPS_TO_PASS = 5_000;

    private LockHooks() {}

    /** Locks of which one thread at a time is the owner. */
    private static boolean hasOwner(Lock lock) {
        return lock instanceof ReentrantLock || lock instanceof ReentrantReadWriteLock.WriteLock;
    }

    /** {@link Lock#lock()}. */
    public static void lock(Lock lock, int site) {
        before(lock, site);
        lock.lock();
        after(lock, site);
    }

    /** {@link Lock#lockInterruptibly()}. */
    public static void lockInterruptibly(Lock lock, int site) throws InterruptedException {
        before(lock, site);
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            wantNothing();
            throw interrupted;
        }
        after(lock, site);
    }

    /** {@link Lock#tryLock()}. */
    public static boolean tryLock(Lock lock, int site) {
        return noteTry(lock.tryLock());
    }

    /** {@link Lock#tryLock(long, TimeUnit)}. */
    public static boolean tryLock(Lock lock, long time, TimeUnit unit, int site) throws InterruptedException {
        return noteTry(lock.tryLock(time, unit));
    }

    private static boolean noteTry(boolean taken) {
        ThreadState thread = taken ? null : Hooks.watched(Recording.running());
        if (thread != null) {
            thread.hasTriedInVain = true;
        }
        return taken;
    }

    private static void before(Lock lock, int site) {
        letWaitersPass(lock);
        if (hasOwner(lock)) {
            LearnerHooks.locking(lock, site);
        } else {
            LearnerHooks.call(lock, null, site);
        }
    }

    /**
     * Whoever has tried a lock in vain gives back what it has and begins again. It takes it before a waiter is awake, which on a
     * busy machine goes on and on, until hardly a run comes to an end: so it lets the waiter pass.
     */
    private static void letWaitersPass(Lock lock) {
        ThreadState thread = Hooks.watched(Recording.running());
        if (thread != null && thread.hasTriedInVain) {
            thread.hasTriedInVain = false;
            for (int i = 0; i < STEPS_TO_PASS && isFreeAndWaitedFor(lock); i++) {
                Disturbance.pause(thread, Disturbance.STEP_NANOS);
            }
        }
    }

    private static boolean isFreeAndWaitedFor(Lock lock) {
        return lock instanceof ReentrantLock reentrant && !reentrant.isLocked() && reentrant.hasQueuedThreads();
    }

    private static void after(Lock lock, int site) {
        Recording recording = Recording.running();
        ThreadState thread = hasOwner(lock) ? Hooks.watched(recording) : null;
        if (thread != null) {
            recording.locks().take(thread, recording.locks().of(lock), 1, Sites.get(site));
        }
    }

    private static void wantNothing() {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (thread != null) {
            recording.locks().wantNothing(thread);
        }
    }

    /** {@link Lock#unlock()}. */
    public static void unlock(Lock lock, int site) {
        Recording recording = Recording.running();
        ThreadState thread = hasOwner(lock) ? Hooks.watched(recording) : null;
        if (thread != null) {
            recording.locks().release(thread, recording.locks().of(lock));
        }
        lock.unlock();
    }

    // ---- conditions ----------------------------------------------------------------------------------------------

    /** What a thread gives back while it waits: of which of its locks the condition is, is not known, so all of them. */
    private static List<LockTable.Held> giveBack(Recording recording, ThreadState thread) {
        List<LockTable.Held> given = new ArrayList<>();
        for (LockTable.Held held : List.copyOf(thread.held)) {
            if (held.lock.key instanceof Lock) {
                given.add(held);
                recording.locks().release(thread, held.lock);
            }
        }
        return given;
    }

    private static void takeBack(Recording recording, ThreadState thread, List<LockTable.Held> given) {
        for (LockTable.Held held : given) {
            recording.locks().take(thread, held.lock, 1, held.site);
        }
    }

    /** {@link Condition#await()}. */
    public static void await(Condition condition, int site) throws InterruptedException {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (thread == null) {
            condition.await();
            return;
        }
        recording.count();
        recording.eventLog().add(thread, condition, Sites.get(site), false, null);
        List<LockTable.Held> given = giveBack(recording, thread);
        try {
            if (!recording.monitors().isToWakeFalsely(thread)) {
                condition.await();
            } else if (thread.draw(3) == 0) {
                condition.awaitNanos(FALSE_WAKE_NANOS);
            }
        } finally {
            takeBack(recording, thread, given);
            recording.count();
        }
    }

    /** {@link Condition#awaitUninterruptibly()}. */
    public static void awaitUninterruptibly(Condition condition, int site) {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        List<LockTable.Held> given = thread == null ? List.of() : giveBack(recording, thread);
        try {
            condition.awaitUninterruptibly();
        } finally {
            takeBack(recording, thread, given);
        }
    }

    /** {@link Condition#await(long, TimeUnit)}. */
    public static boolean await(Condition condition, long time, TimeUnit unit, int site) throws InterruptedException {
        long nanos = unit.toNanos(time);
        return nanos > 0 ? awaitNanos(condition, nanos, site) > 0 : condition.await(time, unit);
    }

    /** {@link Condition#awaitNanos(long)}. */
    public static long awaitNanos(Condition condition, long nanos, int site) throws InterruptedException {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        List<LockTable.Held> given = thread == null ? List.of() : giveBack(recording, thread);
        try {
            return condition.awaitNanos(nanos);
        } finally {
            takeBack(recording, thread, given);
        }
    }

    // ---- stamped locks -------------------------------------------------------------------------------------------

    /** {@link StampedLock#tryOptimisticRead()}: what is read until it is validated may race by design. */
    public static long tryOptimisticRead(StampedLock lock, int site) {
        long stamp = lock.tryOptimisticRead();
        setOptimistic(true);
        return stamp;
    }

    /** {@link StampedLock#validate(long)}. */
    public static boolean validate(StampedLock lock, long stamp, int site) {
        boolean valid = lock.validate(stamp);
        setOptimistic(false);
        return valid;
    }

    private static void setOptimistic(boolean now) {
        Recording recording = Recording.running();
        ThreadState thread = Hooks.watched(recording);
        if (thread != null) {
            thread.optimistic = now;
        }
    }
}
